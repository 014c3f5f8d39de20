import { createHmac } from 'node:crypto';
import type { OutboundRequest } from '../outbound/outbound.ts';
import type { OpenedWebhook } from '../secrets/webhook-seals.ts';
import { GLOBAL_WEBHOOK } from '../store/webhooks.ts';
import type { Envelope } from './envelope.ts';
import { SIGNATURE_HEADERS, signatureHeaders } from './signature.ts';

const JWT_LIFETIME_S = 600;
/** The header whose value is a key to sign with, and which is not itself sent (wire-contract 3.4). */
const JWT_KEY = 'jwt_key';
/** What belongs to the connection or to the signature, and not to who configures a webhook. */
const RESERVED = [
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', JWT_KEY],
  ...SIGNATURE_HEADERS,
];

/** The configured URL, or below it the event's own: `messages.upsert` goes to `…/messages-upsert?query`. */
export function webhookUrl(url: string, byEvents: boolean, event: string): string {
  if (!byEvents) return url;
  const target = new URL(url);
  target.pathname = `${target.pathname.replace(/\/+$/, '')}/${event.replace(/[._]/g, '-').toLowerCase()}`;
  return target.href;
}

/**
 * What a receiver is told of how it was reached, as the contract has it: the configured address, or the event's
 * own below that of the global webhook (wire-contract 3.2). A password stands in the header alone.
 */
export function destination(webhookId: string, configured: string, event: string): string {
  const url = webhookUrl(configured, webhookId === GLOBAL_WEBHOOK, event);
  const shown = new URL(url);
  if (!shown.username && !shown.password) return url;
  return Object.assign(shown, { username: '', password: '' }).href;
}

/** `x-delivery-id` is the event's id: a receiver knows a repeat by it. So is the `webhook-id` of who is signed. */
export function webhookRequest(
  { headers, secrets }: OpenedWebhook,
  envelope: Envelope,
  userAgent: string,
): OutboundRequest {
  const body = JSON.stringify(envelope);
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': userAgent,
      ...ownHeaders(headers),
      'x-delivery-id': envelope.id,
      ...signatureHeaders(secrets, envelope.id, new Date(), body),
    },
    body,
  };
}

/** The headers the webhook was configured with. */
function ownHeaders(configured: Record<string, string>): Record<string, string> {
  const named = Object.entries(configured).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers = Object.fromEntries(named.filter(([name]) => !RESERVED.includes(name)));
  const key = named.find(([name]) => name === JWT_KEY)?.[1];
  return key ? { ...headers, authorization: `Bearer ${signJwt(key)}` } : headers;
}

/** HS256, with the claims the contract names. */
function signJwt(key: string): string {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = { iat, exp: iat + JWT_LIFETIME_S, app: 'evolution', action: 'webhook' };
  const signed = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
