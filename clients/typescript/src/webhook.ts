import { WebhookVerificationError as Mismatch, Webhook } from 'standardwebhooks';
import type { ZapgateEvent } from './models/index.ts';

/** A request as a server got it: a `Request` of the Fetch API, or its headers and its raw, unparsed body. */
export type WebhookRequest =
  | Request
  | {
      headers: Headers | Record<string, string | string[] | undefined>;
      body: string | Uint8Array;
    };

/** Why a request is not taken for one of the gateway's. */
export type WebhookFault = 'missing header' | 'bad timestamp' | 'too old' | 'too new' | 'wrong signature';

/** Thrown for a request that does not prove to be the gateway's; answer it 401 or so, and do not read it. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly fault: WebhookFault;

  constructor(fault: WebhookFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
  }
}

/** Seconds by which the clocks may differ, as the Standard Webhooks libraries have it. */
const TOLERANCE = 5 * 60;

/**
 * Gives the event that a webhook's request carries, if the gateway has signed it by the secret or, while it is
 * being changed, by one of the secrets (https://www.standardwebhooks.com).
 *
 * @param secret `whsec_…`, as creating the webhook or rotating its secret answered it
 * @throws {WebhookVerificationError} if it is not signed so, or more than 5 minutes old
 */
export async function verifyWebhook(
  request: WebhookRequest,
  secret: string | readonly string[],
): Promise<ZapgateEvent> {
  const headers = {
    'webhook-id': headerOf(request, 'webhook-id'),
    'webhook-timestamp': headerOf(request, 'webhook-timestamp'),
    'webhook-signature': headerOf(request, 'webhook-signature'),
  };
  checkAge(headers['webhook-timestamp']);
  const body = await textOf(request);
  const secrets = typeof secret === 'string' ? [secret] : secret;
  if (!secrets.some((one) => isSignedBy(one, headers, body)))
    throw new WebhookVerificationError('wrong signature', 'no signature is by this secret, of this body');
  return JSON.parse(body);
}

function headerOf({ headers }: WebhookRequest, name: string): string {
  const value = isHeaders(headers) ? headers.get(name) : lookUp(headers, name);
  if (!value) throw new WebhookVerificationError('missing header', name);
  return value;
}

/** Whoever's `Headers` they are: a polyfill's are no instance of the global class. */
const isHeaders = (headers: WebhookRequest['headers']): headers is Headers =>
  typeof headers.get === 'function';

function lookUp(headers: Record<string, string | string[] | undefined>, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : value?.join(' ');
}

function checkAge(timestamp: string): void {
  if (!/^\d+$/.test(timestamp)) throw new WebhookVerificationError('bad timestamp', timestamp);
  const age = Date.now() / 1_000 - Number(timestamp);
  if (age > TOLERANCE)
    throw new WebhookVerificationError('too old', `it was signed ${Math.round(age)} s ago`);
  if (age < -TOLERANCE)
    throw new WebhookVerificationError('too new', `it was signed ${Math.round(-age)} s ahead of this clock`);
}

function textOf(request: WebhookRequest): string | Promise<string> {
  if ('text' in request) return request.text();
  return typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
}

/** @throws {Error} if the secret is none */
function isSignedBy(secret: string, headers: Record<string, string>, body: string): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch (error) {
    if (error instanceof Mismatch) return false;
    throw error;
  }
}
