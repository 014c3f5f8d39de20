import type { Context } from '../context.ts';
import { type ErrorDetail, type ErrorStatus, HttpError } from '../errors.ts';
import type { Attempt } from '../session/send/attempt.ts';
import { findIdempotencyKey } from '../store/idempotency-keys.ts';

/** A request that its caller may repeat: what `http` knows of it. */
export interface Repeatable {
  /** The instance's name. */
  instance: string;
  key: string;
  /** How its caller gave the key: what an error names. */
  keyName: string;
  fingerprint: string;
  /** WhatsApp's id of the message, if the caller has chosen it. */
  messageId: string | undefined;
}

/**
 * Does what a request wants once for each key and instance, and answers repeats as the first was answered: one
 * that comes meanwhile when that is known, one that comes later, within a day and across a restart, from what
 * was kept together with the message (IETF draft idempotency-key-header-07). What failed before anything was
 * recorded has left no trace: a repeat does it anew.
 *
 * @throws HttpError 422 when the key stands for another request, 404 when there is no such instance; whatever the
 *   first was refused with
 */
export type Once = (call: Repeatable, work: (context: Context) => Promise<unknown>) => Promise<unknown>;

interface UnderWay {
  fingerprint: string;
  answer: Promise<unknown>;
}

export function createOnce(context: Context): Once {
  const underWay = new Map<string, UnderWay>();
  return async (call, work) => {
    const { instance } = await context.sessions.require(call.instance);
    const { key, fingerprint, messageId } = call;
    const id = `${instance.id} ${key}`;
    const first = underWay.get(id);
    if (first) {
      same(call, first.fingerprint);
      return first.answer;
    }
    const attempt = { instanceId: instance.id, key, fingerprint, messageId };
    const answer = answerOf(context, attempt, call, work).finally(() => underWay.delete(id));
    underWay.set(id, { fingerprint, answer });
    return answer;
  };
}

async function answerOf(
  context: Context,
  attempt: Attempt,
  call: Repeatable,
  work: (context: Context) => Promise<unknown>,
): Promise<unknown> {
  const kept = await findIdempotencyKey(context.db, attempt.instanceId, attempt.key);
  if (!kept) return work({ ...context, sessions: context.sessions.within(attempt) });
  same(call, kept.fingerprint);
  if (kept.status < 400) return kept.answer;
  throw new HttpError(kept.status as ErrorStatus, kept.answer as ErrorDetail);
}

function same({ key, keyName, fingerprint }: Repeatable, first: string): void {
  if (fingerprint === first) return;
  throw new HttpError(422, [`The ${keyName} "${key}" was used for another request`]);
}
