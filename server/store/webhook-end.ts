import { transaction } from './db.ts';
import { PENDING } from './deliveries.ts';
import { endReplays } from './replays.ts';
import type { Db } from './schema.ts';

/** Deliveries that are deleted together: a moment in which nobody else has the database. */
const AT_ONCE = 500;

/**
 * Deletes a webhook with all its deliveries, a few at a time; false if the instance has no such webhook. From
 * the first of them on it gets nothing more. Cut off, it is a disabled webhook that can be deleted again.
 */
export async function deleteWebhook(db: Db, instanceId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ enabled: 0 })
    .where('id', '=', id)
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  while (await deleteSome(db, id));
  await db.deleteFrom('webhook').where('id', '=', id).execute();
  return true;
}

async function deleteSome(db: Db, webhookId: string): Promise<boolean> {
  const some = db.selectFrom('delivery').select('id').where('webhook_id', '=', webhookId).limit(AT_ONCE);
  const { numDeletedRows } = await db
    .deleteFrom('delivery')
    .where('id', 'in', some)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Their instance goes: each of its webhooks follows as soon as nothing of it is pending. */
export async function retireWebhooks(db: Db, instanceId: string): Promise<void> {
  await transaction(db, async (tx) => {
    const retired = await tx
      .updateTable('webhook')
      .set({ retired: 1 })
      .where('instance_id', '=', instanceId)
      .returning('id')
      .execute();
    for (const { id } of retired) await deleteIfDone(tx, id);
  });
}

/** Deletes a webhook whose instance is gone, once nothing of it is pending. */
export async function deleteIfDone(db: Db, webhookId: string): Promise<void> {
  await db
    .deleteFrom('webhook')
    .where('id', '=', webhookId)
    .where('retired', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.webhook_id', '=', 'webhook.id')
            .where('delivery.state', '=', PENDING),
        ),
      ),
    )
    .execute();
}

/** Forgets what the webhook has not delivered yet, and what was to be replayed. */
export async function dropPending(tx: Db, webhookId: string): Promise<void> {
  await endReplays(tx, webhookId);
  await tx.deleteFrom('delivery').where('webhook_id', '=', webhookId).where('state', '=', PENDING).execute();
}
