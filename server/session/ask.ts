import { badRequest, HttpError, notConnected, timedOut } from '../errors.ts';
import type { Actor } from './actor.ts';
import { before } from './deadline.ts';
import type { Link } from './link.ts';

/**
 * Shorter than the socket's own time-out, after which Baileys takes silence for an empty answer
 * (whatsapp-protocol 7), and than the patience of a client that gives up after thirty seconds.
 */
export const ANSWER_MS = 15_000;

/** Of Baileys, not of HTTP. */
const CONNECTION_CLOSED = 428;

/**
 * Does something that WhatsApp has to answer.
 *
 * @param failure what went wrong if it fails, as the contract words it: the first line of the error
 * @param signal when the time is up, if this is but a part of what takes time
 * @throws HttpError 400 not connected, refused or impossible, 409 not synced yet, 500 failed, 504 no answer in time
 */
export async function ask<T>(
  actor: Actor,
  failure: string,
  work: (link: Link) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const link = await actor.open();
  const tooSlow = () => timedOut(failure, 'Error: Timed Out');
  try {
    return await before(signal ?? AbortSignal.timeout(ANSWER_MS), work(link), tooSlow);
  } catch (error) {
    const explained = explain(error, failure, actor.owner.name);
    if (explained.status === 500) actor.deps.logger.error({ err: error, instance: actor.owner.id }, failure);
    throw explained;
  }
}

/** What WhatsApp has against a query, in its own number; undefined if the error is another one. */
export function refusalCode(error: unknown): number | undefined {
  const { data } = (error ?? {}) as { data?: unknown };
  return typeof data === 'number' ? data : undefined;
}

function explain(error: unknown, failure: string, instance: string): HttpError {
  if (error instanceof HttpError) return error;
  const { output, message } = (error ?? {}) as { output?: { statusCode?: number }; message?: string };
  if (output?.statusCode === CONNECTION_CLOSED) return notConnected(instance);
  const reason = `Error: ${message ?? String(error)}`;
  if (NO_APP_STATE_KEY.test(reason)) return notSynced(instance, reason);
  const code = refusalCode(error);
  if (code !== undefined && code < 500) return badRequest(failure, `${reason} (${code})`);
  if (output?.statusCode === 400) return badRequest(failure, reason);
  return new HttpError(500, [failure, reason], { cause: error });
}

/** What Baileys says before the phone has shared the key by which devices read each other's settings. */
const NO_APP_STATE_KEY = /app state key|appstatekey/i;

const notSynced = (instance: string, reason: string): HttpError =>
  new HttpError(409, [
    `The phone has not yet shared its chat settings with the "${instance}" instance`,
    reason,
  ]);
