import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it came in. */
export interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: { event: string; instance: string; data: unknown };
}

/** A consumer of webhooks on this machine; it answers 200, or as `answer` says. */
export interface WebhookReceiver {
  url: string;
  received: Received[];
  /** Waits until `enough` of what has been received. */
  until(enough: (received: Received[]) => boolean): Promise<void>;
  stop(): Promise<void>;
}

export async function startWebhookReceiver(answer: () => number = () => 200): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    received.push({
      path: request.url ?? '',
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    response.writeHead(answer()).end();
    arrivals.emit('arrival');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async until(enough) {
      while (!enough(received)) await once(arrivals, 'arrival');
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
