import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { TestContext } from 'node:test';
import pino from 'pino';
import { io as connect, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Envelope } from '../../server/delivery/envelope.ts';
import { createWebsocketDelivery } from '../../server/delivery/websocket.ts';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import { findInstanceByName, findInstanceByTokenHash } from '../../server/store/instances.ts';
import { upsertWebsocket } from '../../server/store/websockets.ts';
import { addInstance, testDatabase } from '../store/fixtures.ts';
import { listen } from './receiver.ts';

const logger = pino({ level: 'silent' });
export const GLOBAL_KEY = 'the global key';

/** The first `count` events that arrive. */
export function collect(socket: Socket, count: number): Promise<Envelope[]> {
  const envelopes: Envelope[] = [];
  return new Promise((resolve) => {
    socket.onAny((name, envelope, ...rest) => {
      assert.deepEqual([name, rest], [envelope.event, []]);
      envelopes.push(envelope);
      if (envelopes.length === count) resolve(envelopes);
    });
  });
}

/** Socket.IO delivery over a database, and what it takes to fill it and to connect. */
export async function startGateway(t: TestContext, { globalEvents = false } = {}) {
  const db = await testDatabase(t);
  const bus = createBus(logger);
  const record = createRecorder(db, bus);
  const server = createServer((_request, response) => response.end('the application'));
  const delivery = createWebsocketDelivery({
    ...{ server, bus, db, logger, globalEvents, serverUrl: 'https://gw.test', basePath: '/whatsapp' },
    findInstance: (name) => findInstanceByName(db, name),
    async authenticate(apikey) {
      if (apikey === GLOBAL_KEY) return { kind: 'global' };
      const row = await findInstanceByTokenHash(db, apikey);
      return row && { kind: 'instance', instanceId: row.id };
    },
  });
  t.after(() => delivery.close());
  const url = await listen(t, server);
  return {
    db,
    url,
    /** Adds an instance; with `events`, its websocket is enabled. */
    async addShop(name: string, events?: string[]) {
      const { id } = await addInstance(db, name);
      if (events) await upsertWebsocket(db, id, { enabled: 1, events });
      return id;
    },
    emit: (id: string, n: number) =>
      record(id, async () => ({
        result: undefined,
        events: [{ type: 'qrcode.updated', data: { message: String(n), statusCode: 500 } }],
      })),
    /** Resolves once the namespace is joined; rejects if it is refused. */
    async open(namespace: string, options: Partial<ManagerOptions & SocketOptions>): Promise<Socket> {
      const socket = connect(url + namespace, { forceNew: true, reconnection: false, ...options });
      t.after(() => socket.disconnect());
      await new Promise<void>((resolve, reject) =>
        socket.once('connect', resolve).once('connect_error', reject),
      );
      return socket;
    },
  };
}
