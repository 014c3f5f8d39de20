import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { type Settlement, settleDeliveries, type Verdict } from '../store/attempts.ts';
import type { PendingDelivery } from '../store/deliveries.ts';
import type { Db } from '../store/schema.ts';
import type { RetryOptions } from './backoff.ts';
import type { Sink } from './sink.ts';
import { together } from './together.ts';
import { trySink, verdictOf } from './verdict.ts';

/** How attempts ended since the start: `failed` are tried again, `dead` were the last. */
export type DeliveryTally = Record<'delivered' | 'failed' | 'dead', number>;

export interface DeliverOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  retry: RetryOptions;
  tally: DeliveryTally;
  /** Where a delivery goes. */
  sinkOf(delivery: PendingDelivery): Sink;
}

/** What came of a delivery. */
export interface Delivered {
  /** Whether there is somebody who takes or refuses what he is sent. */
  good: boolean;
  /** When it is to be tried again; `undefined`: it is done with. */
  retryAt: number | undefined;
  /** Whether it was given up because it is too old, and nobody answered even then. */
  isHopeless: boolean;
  /** When the webhook was last changed; `undefined`: the delivery has been dropped meanwhile. */
  changedAt: number | undefined;
}

/** Tries a delivery and writes down what comes of it; nothing, and `undefined`, if the signal cut it off. */
export type Deliver = (delivery: PendingDelivery, signal: AbortSignal) => Promise<Delivered | undefined>;

export function createDeliver({ db, clock, logger, retry, tally, sinkOf }: DeliverOptions): Deliver {
  const tell = ({ event, url, attempts }: PendingDelivery, error: string, verdict: Verdict): void => {
    // The host alone: a path or a query may hold a secret.
    const facts = { instance: event.instance_name, host: URL.parse(url)?.host, event: event.id, error };
    const isDead = verdict.state === 'dead';
    logger.warn(
      { ...facts, attempts: attempts + 1, ...(verdict.state === 'pending' && { at: verdict.retryAt }) },
      isDead ? 'delivery given up' : 'delivery failed',
    );
  };
  // Those that end at the same time share a transaction: its commit costs more than all the rest of it.
  const settle = together((all: Settlement[]) => settleDeliveries(db, all));
  return async (delivery, signal) => {
    const tried = await trySink(sinkOf(delivery), delivery.event, clock, signal);
    const { attempt, refusal } = tried;
    if (refusal && signal.aborted) return undefined;
    const verdict = verdictOf(delivery, tried, retry);
    const changedAt = await settle({ id: delivery.id, attempt, verdict });
    if (refusal) tell(delivery, refusal.message, verdict);
    tally[verdict.state === 'pending' ? 'failed' : verdict.state] += 1;
    return {
      good: !refusal || refusal.isFinal,
      retryAt: verdict.state === 'pending' ? verdict.retryAt : undefined,
      isHopeless: verdict.state === 'dead' && refusal?.isFinal === false && refusal.status === null,
      changedAt,
    };
  };
}
