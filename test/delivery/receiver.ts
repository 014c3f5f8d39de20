import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
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
  fault?: 'no head' | 'broken body' | 'endless body';
}

export interface Receiver {
  url: string;
  received: Received[];
  /** How many connections there were. */
  connections(): number;
  /** Resolves when `count` requests have come in all. */
  until(count: number): Promise<Received[]>;
}

/** A server that keeps what it is sent and answers as `answer` says for the n-th request, from 0. */
export async function startReceiver(
  t: TestContext,
  answer: (n: number) => Answer | Promise<Answer> = () => ({ status: 200 }),
  port = 0,
): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const body = await text(request);
    received.push({ method, url, headers, body: body && JSON.parse(body) });
    for (const check of waiting) check();
    give(response, await answer(received.length - 1));
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const url = await listen(t, server, port);
  const until = (count: number) =>
    new Promise<Received[]>((resolve) => {
      const check = () => {
        if (received.length >= count) resolve(received);
      };
      waiting.add(check);
      check();
    });
  return { url, received, connections: () => connections, until };
}

function give(response: ServerResponse, { status, headers, fault }: Answer): void {
  if (fault === 'no head') response.destroy();
  else if (!fault) response.writeHead(status, headers).end('answered');
  else {
    response.writeHead(status, { ...headers, 'content-length': '1000' });
    response.write('not all of it', () => fault === 'broken body' && response.destroy());
  }
}

/** Where nobody listens, until a server is told to. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the server on a port of this machine, by default a free one, for as long as the test runs. */
export async function listen(t: TestContext, server: Server, port = 0): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
