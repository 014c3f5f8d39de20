import type { Server as HttpServer } from 'node:http';
import type { Logger } from 'pino';
import { Server, type Socket } from 'socket.io';
import type { Bus } from '../events/bus.ts';
import { isSubscribed } from '../events/names.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { Db } from '../store/schema.ts';
import { findWebsocket } from '../store/websockets.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import {
  type AdmissionOptions,
  admitHandshake,
  admitToInstance,
  admitToRoot,
  EVERYTHING,
  type Verdict,
} from './websocket-admission.ts';

/** Nothing that clients send is used. */
const LARGEST_INPUT_BYTES = 16 * 1_024;

export interface WebsocketDeliveryOptions extends AdmissionOptions, EnvelopeOptions {
  /** Its request listener must be there already: Socket.IO takes its own paths before it. */
  server: HttpServer;
  bus: Bus;
  db: Db;
  logger: Logger;
  corsOrigin?: string | string[];
}

/** Sends events over Socket.IO, once, to whoever is connected (wire-contract 4). What clients emit is ignored. */
export function createWebsocketDelivery(options: WebsocketDeliveryOptions): { close(): void } {
  const { server, bus, logger, basePath, corsOrigin = '*' } = options;
  const io = new Server({
    serveClient: false,
    cors: { origin: corsOrigin },
    maxHttpBufferSize: LARGEST_INPUT_BYTES,
    cleanupEmptyChildNamespaces: true,
    allowRequest: async (request, answer) => {
      const refusal = await decided(admitHandshake(options, request));
      answer(refusal, refusal === null);
    },
  });
  const paths = new Set(['/socket.io', `${basePath}/socket.io`]);
  const engines = Array.from(paths, (path) => io.attach(server, { path }).engine);
  const instances = io.of(/^\/./);
  io.use(middleware((socket) => admitToRoot(options, socket)));
  instances.use(middleware((socket) => admitToInstance(options, socket)));

  function middleware(admit: (socket: Socket) => Promise<Verdict>) {
    return async (socket: Socket, next: (error?: Error) => void) => {
      const refusal = await decided(admit(socket));
      next(refusal === null ? undefined : new Error(refusal));
    };
  }

  async function decided(verdict: Promise<Verdict>): Promise<Verdict> {
    return await verdict.catch((error) => {
      logger.error({ err: error }, 'a websocket client could not be admitted');
      return 'Internal Server Error';
    });
  }

  async function send(events: RecordedEvent[]): Promise<void> {
    for (const event of events) {
      const envelope = await toEnvelope(event, options);
      const room = event.instance_id;
      if (options.globalEvents) io.to([EVERYTHING, room]).emit(event.type, envelope);
      const settings = await findWebsocket(options.db, room);
      const wanted = settings?.enabled && isSubscribed(settings.events, event.type);
      if (wanted) instances.to(room).emit(event.type, envelope);
    }
  }

  let sending = Promise.resolve();
  const unsubscribe = bus.subscribe((events) => {
    if (engines.every((engine) => engine.clientsCount === 0)) return;
    sending = sending
      .then(() => send(events))
      .catch((error) => logger.error({ err: error }, 'events were not sent over websockets'));
  });
  return {
    close() {
      unsubscribe();
      for (const engine of engines) engine.close();
    },
  };
}
