import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handlers } from './api/handlers.ts';
import { createOnce } from './api/once.ts';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { type Context, createContext } from './context.ts';
import { createWebsocketDelivery } from './delivery/websocket.ts';
import type { Logger } from './logger.ts';
import type { Overrides } from './session/wiring.ts';
import { ping } from './store/db.ts';
import { findInstanceByName } from './store/instances.ts';

/**
 * Five seconds for the requests under way, two for the sockets to WhatsApp, five for the deliveries under way,
 * and what the machine needs.
 */
export const STOPS_WITHIN_MS = 15_000;

/** A running gateway. */
export interface Gateway {
  /** Where it listens on this machine. */
  url: string;
  context: Context;
  /**
   * Listens no more, lets requests under way end, disconnects from WhatsApp with all that came recorded, and
   * lets deliveries under way end. What is not delivered by then stays pending.
   */
  stop(): Promise<void>;
}

/** Starts everything; the sessions of linked instances come back while it serves already. */
export async function startGateway(
  config: Config,
  apiKey: string,
  logger: Logger,
  overrides?: Overrides,
): Promise<Gateway> {
  const context = await createContext(config, apiKey, logger, overrides);
  const stopping = new AbortController();
  const app = createApp({
    config,
    logger,
    handlers,
    context,
    principalOf: context.principalOf,
    once: createOnce(context),
    ready: () => ping(context.db),
    metrics: context.metrics,
    clock: overrides?.clock,
    stopping: stopping.signal,
  });
  const server = createServer(app);
  const websocket = config.websocket.enabled ? attachWebsocket(server, context) : undefined;
  await context.sessions.recall();
  const port = await listen(server, config.server.port, config.server.host);
  await context.webhooks.start();
  context.pruner.start();
  context.sessions.restore().catch((error) => logger.error({ err: error }, 'sessions not restored'));
  return {
    url: `http://127.0.0.1:${port}`,
    context,
    async stop() {
      stopping.abort();
      await websocket?.close();
      await closed(server);
      await context.dispose();
    },
  };
}

function attachWebsocket(server: Server, { config, bus, db, logger, principalOf, tokenOf }: Context) {
  return createWebsocketDelivery({
    ...{ server, bus, db, logger, tokenOf },
    serverUrl: config.server.url,
    basePath: config.server.basePath,
    globalEvents: config.websocket.globalEvents,
    corsOrigin: config.server.cors.origin,
    authenticate: principalOf,
    findInstance: (name) => findInstanceByName(db, name),
  });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets requests under way end, for a moment. */
const REQUESTS_END_WITHIN_MS = 5_000;

async function closed(server: Server): Promise<void> {
  const done = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), REQUESTS_END_WITHIN_MS);
  await done;
  clearTimeout(impatience);
}
