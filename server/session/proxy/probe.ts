import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { DEFAULT_CONNECTION_CONFIG, DEFAULT_ORIGIN } from '@whiskeysockets/baileys';
import type { ProxySettings } from './proxies.ts';
import { createRoute, type Route } from './route.ts';

const PATIENCE_MS = 8_000;

/**
 * Opens a WebSocket to WhatsApp by the proxy, and closes it again.
 *
 * @param socketUrl another server than WhatsApp's own
 * @param patienceMs how long it may take
 * @throws Error that says why it cannot be opened; it does not tell the password
 */
export async function probe(
  proxy: ProxySettings,
  socketUrl: string | undefined,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const route = createRoute(proxy, patienceMs);
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('There was no answer in time')), patienceMs);
  const url = socketUrl ?? String(DEFAULT_CONNECTION_CONFIG.waWebSocketUrl);
  try {
    await Promise.race([opened(upgradeRequest(route, url)), silence]);
  } finally {
    clearTimeout(timer);
    route.close();
  }
}

function upgradeRequest({ agent }: Route, socketUrl: string): ClientRequest {
  const url = new URL(socketUrl.replace(/^ws/, 'http'));
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
    origin: DEFAULT_ORIGIN,
  };
  const { request } = url.protocol === 'https:' ? https : http;
  return request(url, { agent, headers }).end();
}

/** A refusal by the proxy arrives as if it were WhatsApp's answer: nothing but an upgrade will do. */
async function opened(request: ClientRequest): Promise<void> {
  const refused = once(request, 'response').then(([response]: IncomingMessage[]) => {
    response?.destroy();
    throw new Error(`The answer was ${response?.statusCode} ${response?.statusMessage}`);
  });
  const upgraded = once(request, 'upgrade').then(([, socket]: (IncomingMessage | Socket)[]) =>
    socket?.destroy(),
  );
  await Promise.race([upgraded, refused]);
}
