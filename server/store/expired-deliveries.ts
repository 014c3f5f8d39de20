import { transaction } from './db.ts';
import { type Lane, PENDING } from './deliveries.ts';
import type { Db } from './schema.ts';
import { deleteIfDone } from './webhook-end.ts';

/**
 * Gives up what is pending in a lane since `queuedUntil` (ms since the epoch) or before, among its first `limit`.
 *
 * @returns how many they are
 */
export function giveUpDeliveries(
  db: Db,
  lane: Lane,
  queuedUntil: number,
  error: string,
  limit: number,
): Promise<number> {
  return transaction(db, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('delivery')
      .set({ state: 'dead', settled_at: Date.now(), last_error: error })
      .where('id', 'in', expiredQuery(tx, lane, queuedUntil, limit))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await deleteIfDone(tx, lane.webhookId);
    return Number(numUpdatedRows);
  });
}

/** Only the first are looked at: in a lane what is older comes first. */
export function expiredQuery(
  db: Db,
  { webhookId, instanceId, channel }: Lane,
  queuedUntil: number,
  limit: number,
) {
  const first = db
    .selectFrom('delivery')
    .select(['id', 'queued_at'])
    .where('webhook_id', '=', webhookId)
    .where('instance_id', '=', instanceId)
    .where('channel', '=', channel)
    .where('state', '=', PENDING)
    .orderBy('seq')
    .limit(limit);
  return db.selectFrom(first.as('first')).select('id').where('queued_at', '<=', queuedUntil);
}
