import type { Server as HttpServer } from 'node:http';
import { type Namespace, Server, type Socket } from 'socket.io';
import type { Bus } from '../events/bus.ts';
import { isSubscribed } from '../events/names.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { Logger } from '../logger.ts';
import { findWebsocket } from '../store/websockets.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import { type Admission, type AdmissionOptions, createAdmission } from './websocket-admission.ts';
import { EVERYTHING, resume } from './websocket-resume.ts';

/** Nothing that clients send is used. */
const LARGEST_INPUT_BYTES = 16 * 1_024;

export interface WebsocketDeliveryOptions extends AdmissionOptions, EnvelopeOptions {
  /** Its request listener must be there already: Socket.IO takes its own paths before it. */
  server: HttpServer;
  bus: Bus;
  logger: Logger;
  corsOrigin?: string | string[];
}

export interface WebsocketDelivery {
  /** Disconnects everybody. */
  close(): Promise<void>;
}

/**
 * Sends events over Socket.IO, once, to who is connected (wire-contract 4), and what they missed to those who
 * say where they were. What clients emit is ignored.
 */
export function createWebsocketDelivery(options: WebsocketDeliveryOptions): WebsocketDelivery {
  const { bus, logger } = options;
  const admission = createAdmission(options, logger);
  const { root, instances, engines } = attach(options, admission);
  const resumed = resumeClients(options, admission, [root, instances]);
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
      await Promise.all(resumed);
    },
  };
}

/** Serves Socket.IO at the root and below the base path; every instance has a namespace. */
function attach({ server, basePath, corsOrigin = '*' }: WebsocketDeliveryOptions, admission: Admission) {
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

/** Gives those that are being sent what they missed, and what follows. */
function resumeClients(
  options: WebsocketDeliveryOptions,
  { resumptionOf }: Admission,
  namespaces: Pick<Namespace, 'on'>[],
): Set<Promise<void>> {
  const running = new Set<Promise<void>>();
  const onConnection = (socket: Socket) => {
    const resumption = resumptionOf(socket);
    if (!resumption) return;
    const run = resume(options, socket, resumption).catch((error) => {
      options.logger.error({ err: error }, 'a websocket client could not be sent what it missed');
      socket.disconnect(true);
    });
    running.add(run);
    run.finally(() => running.delete(run));
  };
  for (const namespace of namespaces) namespace.on('connection', onConnection);
  return running;
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
