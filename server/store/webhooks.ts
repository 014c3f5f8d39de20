import { type Selectable, sql } from 'kysely';
import { transaction } from './db.ts';
import { PENDING } from './deliveries.ts';
import { newRowId } from './ids.ts';
import { endReplays } from './replays.ts';
import type { Db, Flag, WebhookRecord } from './schema.ts';
import type { WebhookTable } from './tables/event.ts';

/** `events`: UPPER_SNAKE names; empty means all. */
export interface WebhookValues {
  instance_name: string;
  url: string;
  headers: Record<string, string>;
  enabled: Flag;
  events: string[];
  by_events: Flag;
  base64: Flag;
}

/** What a disabled webhook had not delivered yet is dropped: enabling it again does not send old events. */
export function upsertWebhook(db: Db, instanceId: string, values: WebhookValues): Promise<WebhookRecord> {
  const now = Date.now();
  const { headers, events, ...plain } = values;
  const json = { headers: JSON.stringify(headers), events: JSON.stringify(events) };
  const columns = { ...plain, ...json, updated_at: now };
  return transaction(db, async (tx) => {
    const row = await tx
      .insertInto('webhook')
      .values({ id: newRowId(), instance_id: instanceId, main: 1, created_at: now, ...columns })
      .onConflict((conflict) =>
        conflict.column('instance_id').where('main', '=', sql.lit(1)).doUpdateSet(columns),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    if (!row.enabled) await dropPending(tx, row.id);
    return decodeWebhook(row);
  });
}

export async function findWebhook(db: Db, instanceId: string): Promise<WebhookRecord | undefined> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('main', '=', 1)
    .executeTakeFirst();
  return row && decodeWebhook(row);
}

/** Their instance goes: each of its webhooks follows as soon as nothing of it is pending. */
export async function retireWebhooks(tx: Db, instanceId: string): Promise<void> {
  const retired = await tx
    .updateTable('webhook')
    .set({ retired: 1 })
    .where('instance_id', '=', instanceId)
    .returning('id')
    .execute();
  for (const { id } of retired) await deleteIfDone(tx, id);
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

async function dropPending(tx: Db, webhookId: string): Promise<void> {
  await endReplays(tx, webhookId);
  await tx.deleteFrom('delivery').where('webhook_id', '=', webhookId).where('state', '=', PENDING).execute();
}

function decodeWebhook(row: Selectable<WebhookTable>): WebhookRecord {
  return {
    ...row,
    headers: JSON.parse(row.headers),
    events: JSON.parse(row.events),
    jids: JSON.parse(row.jids),
  };
}
