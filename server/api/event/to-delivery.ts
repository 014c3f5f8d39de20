import type { Delivery } from '../../generated/index.ts';
import type { FoundDelivery } from '../../store/delivery-search.ts';
import { iso } from '../iso.ts';

/** A delivery as it is shown. */
export function toDelivery(row: FoundDelivery): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    eventId: row.event_id,
    event: row.type,
    sequence: row.seq,
    state: row.state,
    attempts: row.attempts,
    ...(row.state === 'pending' ? { nextAttemptAt: iso(row.next_attempt_at) } : {}),
    ...(row.last_error === null ? {} : { lastError: row.last_error }),
    queuedAt: iso(row.queued_at),
    ...(row.settled_at === null ? {} : { settledAt: iso(row.settled_at) }),
    createdAt: iso(row.created_at),
    ...(row.replay_id === null ? {} : { replayId: row.replay_id }),
  };
}
