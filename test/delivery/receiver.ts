import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import type { Envelope } from '../../server/delivery/envelope.ts';

export interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: Envelope;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves when `count` requests have come in all. */
  until(count: number): Promise<Received[]>;
}

/** A server that keeps what it is sent and answers as `answer` says for the n-th request, from 0. */
export async function startReceiver(
  t: TestContext,
  answer: (n: number) => Answer | Promise<Answer> = () => ({ status: 200 }),
): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const body = await text(request);
    received.push({ method, url, headers, body: body && JSON.parse(body) });
    for (const check of waiting) check();
    const { status, headers: answered } = await answer(received.length - 1);
    response.writeHead(status, answered).end('answered');
  });
  const url = await listen(t, server);
  const until = (count: number) =>
    new Promise<Received[]>((resolve) => {
      const check = () => {
        if (received.length >= count) resolve(received);
      };
      waiting.add(check);
      check();
    });
  return { url, received, until };
}

/** Starts the server on a free port of this machine for as long as the test runs. */
export async function listen(t: TestContext, server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
