import type { Clock } from '../clock.ts';
import type { Attempt, Verdict } from '../store/attempts.ts';
import type { PendingDelivery } from '../store/deliveries.ts';
import type { EventRecord } from '../store/schema.ts';
import { delayAfter, type RetryOptions } from './backoff.ts';
import { type NotTaken, type Sink, toNotTaken } from './sink.ts';

/** One try of a delivery: what is written down of it, and why it failed, if it did. */
export interface Try {
  attempt: Attempt;
  refusal: NotTaken | undefined;
}

/** Never rejects: a sink that fails by a fault of its own has not taken the event either. */
export async function trySink(
  sink: Sink,
  event: EventRecord,
  clock: Clock,
  signal: AbortSignal,
): Promise<Try> {
  const started_at = clock.now();
  const took = (status: number | null) => ({ started_at, duration_ms: clock.now() - started_at, status });
  try {
    const { status } = await sink.send(event, signal);
    return { attempt: { ...took(status), error: null }, refusal: undefined };
  } catch (error) {
    const refusal = toNotTaken(error);
    return { attempt: { ...took(refusal.status), error: refusal.message }, refusal };
  }
}

/** A failure is tried again until the delivery is too old; the last time is when it has become so. */
export function verdictOf(
  { attempts, queued_at }: PendingDelivery,
  { attempt, refusal }: Try,
  retry: RetryOptions,
): Verdict {
  if (!refusal) return { state: 'delivered' };
  const now = attempt.started_at + attempt.duration_ms;
  const deadline = queued_at + retry.maxAgeMs;
  if (refusal.isFinal || now >= deadline) return { state: 'dead' };
  const wait = Math.max(delayAfter(attempts + 1, retry), refusal.retryAfterMs);
  return { state: 'pending', retryAt: Math.min(now + wait, deadline) };
}
