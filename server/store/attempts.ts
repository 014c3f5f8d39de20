import type { ExpressionBuilder, Insertable } from 'kysely';
import { transaction } from './db.ts';
import { PENDING } from './deliveries.ts';
import type { Database, Db } from './schema.ts';
import type { AttemptTable, DeliveryState } from './tables/event.ts';
import { deleteIfDone } from './webhook-end.ts';

/** How a try of a delivery went. */
export type Attempt = Omit<Insertable<AttemptTable>, 'delivery_id' | 'number'>;

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
  const settled_at = attempt.started_at + attempt.duration_ms;
  const when = state === 'pending' ? { next_attempt_at: verdict.retryAt } : { settled_at };
  return transaction(db, async (tx) => {
    const delivery = await tx
      .updateTable('delivery')
      .set((eb) => ({ state, ...when, attempts: eb('attempts', '+', 1), last_error: attempt.error }))
      .where('id', '=', id)
      .where('state', '=', PENDING)
      .returning(['webhook_id', 'attempts'])
      .returning((eb) => [ofWebhook(eb, 'retired'), ofWebhook(eb, 'updated_at')])
      .executeTakeFirst();
    if (!delivery) return undefined;
    const { webhook_id, attempts, retired, updated_at } = delivery;
    const number = attempts;
    await tx
      .insertInto('attempt')
      .values({ ...attempt, delivery_id: id, number })
      .execute();
    if (retired && state !== 'pending') await deleteIfDone(tx, webhook_id);
    return updated_at;
  });
}

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
