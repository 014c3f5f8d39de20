import type { ExpressionBuilder, Selectable } from 'kysely';
import { transaction } from './db.ts';
import { PENDING } from './deliveries.ts';
import { columns, prepared } from './prepared.ts';
import type { Database, Db, Flag } from './schema.ts';
import type { AttemptTable, DeliveryState } from './tables/event.ts';
import { deleteIfDone } from './webhook-end.ts';

/** How a try of a delivery went. */
export type Attempt = Omit<Selectable<AttemptTable>, 'delivery_id' | 'number'>;

/** What becomes of the delivery: `retryAt`, or one of the ends. */
export type Verdict = { state: Exclude<DeliveryState, 'pending'> } | { state: 'pending'; retryAt: number };

export interface Settlement {
  /** Of the delivery. */
  id: string;
  attempt: Attempt;
  verdict: Verdict;
}

/** Settles several, all or none of them. Gives what `settleDelivery` gives, in their order. */
export function settleDeliveries(db: Db, settlements: Settlement[]): Promise<(number | undefined)[]> {
  return transaction(db, async (tx) => {
    const changed = [];
    for (const { id, attempt, verdict } of settlements)
      changed.push(await settleDelivery(tx, id, attempt, verdict));
    return changed;
  });
}

/**
 * Writes down a try and what follows from it; nothing if the delivery has been dropped meanwhile.
 *
 * @returns when the webhook was last changed; `undefined` if the delivery was dropped
 */
export async function settleDelivery(
  db: Db,
  id: string,
  attempt: Attempt,
  verdict: Verdict,
): Promise<number | undefined> {
  const { state } = verdict;
  const retryAt = state === 'pending' ? verdict.retryAt : null;
  const settledAt = state === 'pending' ? null : attempt.started_at + attempt.duration_ms;
  return transaction(db, async (tx) => {
    const [delivery] = await settle(tx, { id, state, error: attempt.error, settledAt, retryAt });
    if (!delivery) return undefined;
    const { webhook_id, attempts, retired, updated_at } = delivery;
    await insert(tx, { ...attempt, delivery_id: id, number: attempts });
    if (retired && state !== 'pending') await deleteIfDone(tx, webhook_id);
    return updated_at;
  });
}

interface Settling {
  id: string;
  state: DeliveryState;
  error: string | null;
  settledAt: number | null;
  retryAt: number | null;
}

interface Settled {
  webhook_id: string;
  attempts: number;
  retired: Flag;
  updated_at: number;
}

const settle = prepared<Settling, Settled>((db, value) =>
  db
    .updateTable('delivery')
    .set((eb) => ({
      ...{ state: value('state'), last_error: value('error'), settled_at: value('settledAt') },
      next_attempt_at: eb.fn.coalesce(value('retryAt'), 'next_attempt_at'),
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', value('id'))
    .where('state', '=', PENDING)
    .returning(['webhook_id', 'attempts'])
    .returning((eb) => [ofWebhook(eb, 'retired'), ofWebhook(eb, 'updated_at')]),
);

const insert = prepared<Selectable<AttemptTable>, unknown>((db, value) =>
  db
    .insertInto('attempt')
    .values(columns(value, ['delivery_id', 'number', 'started_at', 'duration_ms', 'status', 'error'])),
);

function ofWebhook<Column extends 'retired' | 'updated_at'>(
  eb: ExpressionBuilder<Database, 'delivery'>,
  column: Column,
) {
  return eb
    .selectFrom('webhook')
    .select(`webhook.${column} as value`)
    .whereRef('webhook.id', '=', 'delivery.webhook_id')
    .$asScalar()
    .$notNull()
    .as(column);
}
