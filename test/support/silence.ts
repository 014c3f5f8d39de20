import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import type { Response } from 'supertest';
import type { Operation } from '../../server/generated/index.ts';
import { call } from './call.ts';
import { startTestGateway, type TestGateway } from './gateway.ts';
import { newInstance } from './linked-instance.ts';

/** A gateway whose WhatsApp takes connections and says nothing. It has the instance `unheard`. */
export interface Silence {
  ask(method: Operation['method'], path: string): Promise<Response>;
  stop(): Promise<void>;
}

export async function startSilence(beside: TestGateway): Promise<Silence> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gateway = await startTestGateway({ WHATSAPP_SOCKET_URL: `ws://127.0.0.1:${port}` }, beside);
  await newInstance(gateway, 'unheard');
  return {
    ask: async (method, path) => call(gateway, method, path),
    async stop() {
      await gateway.stop();
      server.close();
    },
  };
}
