import type { Insertable } from 'kysely';
import { transaction } from './db.ts';
import type { Db } from './schema.ts';
import type { AttemptTable, DeliveryState } from './tables/event.ts';
import { deleteIfDone } from './webhook-end.ts';

/** How a try of a delivery went. */
export type Attempt = Omit<Insertable<AttemptTable>, 'delivery_id' | 'number'>;

/** What becomes of the delivery: `retryAt`, or one of the ends. */
export type Verdict = { state: Exclude<DeliveryState, 'pending'> } | { state: 'pending'; retryAt: number };

/** Writes down a try and what follows from it; nothing if the delivery has been dropped meanwhile. */
export async function settleDelivery(db: Db, id: string, attempt: Attempt, verdict: Verdict): Promise<void> {
  const { state } = verdict;
  const when = state === 'pending' ? { next_attempt_at: verdict.retryAt } : { settled_at: Date.now() };
  await transaction(db, async (tx) => {
    const delivery = await tx
      .updateTable('delivery')
      .set((eb) => ({ state, ...when, attempts: eb('attempts', '+', 1), last_error: attempt.error }))
      .where('id', '=', id)
      .returning(['webhook_id', 'attempts'])
      .executeTakeFirst();
    if (!delivery) return;
    const number = delivery.attempts;
    await tx
      .insertInto('attempt')
      .values({ ...attempt, delivery_id: id, number })
      .execute();
    if (state !== 'pending') await deleteIfDone(tx, delivery.webhook_id);
  });
}
