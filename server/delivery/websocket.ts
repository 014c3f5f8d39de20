import type { Server as HttpServer } from 'node:http';
import { type Namespace, Server } from 'socket.io';
import type { Bus } from '../events/bus.ts';
import { isSubscribed } from '../events/names.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { Logger } from '../logger.ts';
import type { Db } from '../store/schema.ts';
import { findWebsocket } from '../store/websockets.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import { type AdmissionOptions, createAdmission, EVERYTHING } from './websocket-admission.ts';

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

export interface WebsocketDelivery {
  /** Disconnects everybody. */
  close(): Promise<void>;
}

/** Sends events over Socket.IO, once, to who is connected (wire-contract 4). What clients emit is ignored. */
export function createWebsocketDelivery(options: WebsocketDeliveryOptions): WebsocketDelivery {
  const { bus, logger } = options;
  const { root, instances, engines } = attach(options);
  let sending = Promise.resolve();
  const unsubscribe = bus.subscribe((events) => {
    if (engines.every((engine) => engine.clientsCount === 0)) return;
    sending = sending
      .then(() => send(options, root, instances, events))
      .catch((error) => logger.error({ err: error }, 'events were not sent over websockets'));
  });
  return {
    async close() {
      unsubscribe();
      await sending;
      for (const engine of engines) engine.close();
    },
  };
}

/** Serves Socket.IO at the root and below the base path; every instance has a namespace. */
function attach({ server, logger, basePath, corsOrigin = '*', ...options }: WebsocketDeliveryOptions) {
  const admission = createAdmission({ basePath, ...options }, logger);
  const io = new Server({
    serveClient: false,
    cors: { origin: corsOrigin },
    maxHttpBufferSize: LARGEST_INPUT_BYTES,
    cleanupEmptyChildNamespaces: true,
    allowRequest: admission.handshake,
  });
  const paths = new Set(['/socket.io', `${basePath}/socket.io`]);
  const engines = Array.from(paths, (path) => io.attach(server, { path }).engine);
  const root = io.of('/').use(admission.root);
  const instances = io.of(/^\/./).use(admission.instance);
  return { root, instances, engines };
}

async function send(
  options: WebsocketDeliveryOptions,
  root: Namespace,
  instances: Namespace,
  events: RecordedEvent[],
): Promise<void> {
  for (const event of events) {
    const envelope = await toEnvelope(event, options);
    const room = event.instance_id;
    if (options.globalEvents) root.to([EVERYTHING, room]).emit(event.type, envelope);
    const settings = await findWebsocket(options.db, room);
    const wanted = settings?.enabled && isSubscribed(settings.events, event.type);
    if (wanted) instances.to(room).emit(event.type, envelope);
  }
}
