import { type Selectable, sql } from 'kysely';
import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import type { Db, Flag, WebhookRecord } from './schema.ts';
import type { WebhookTable } from './tables/event.ts';
import { dropPending } from './webhook-end.ts';

/** The id of the one that gets the events of every instance. */
export const GLOBAL_WEBHOOK = 'global';

/** `headers`: encrypted; `events`: UPPER_SNAKE names; empty means all. */
export interface WebhookValues {
  instance_name: string;
  url: string;
  headers: string;
  enabled: Flag;
  events: string[];
  by_events: Flag;
  base64: Flag;
}

export type NewWebhook = WebhookValues &
  Pick<WebhookRecord, 'id' | 'instance_id' | 'jids' | 'secret_sealed' | 'old_secret_sealed'>;

export type WebhookPatch = Partial<WebhookValues & Pick<WebhookRecord, 'jids'>>;

/**
 * Sets the main webhook. What a disabled one had not delivered yet is dropped: enabling it again does not send
 * old events.
 *
 * @param id of the one there is, else of a new one
 */
export function upsertWebhook(
  db: Db,
  instanceId: string,
  values: WebhookValues,
  id = newRowId(),
): Promise<WebhookRecord> {
  const columns = { ...values, events: JSON.stringify(values.events), updated_at: Date.now() };
  return transaction(db, async (tx) => {
    const row = await tx
      .insertInto('webhook')
      .values({ id, instance_id: instanceId, main: 1, created_at: columns.updated_at, ...columns })
      .onConflict((conflict) =>
        conflict.column('instance_id').where('main', '=', sql.lit(1)).doUpdateSet(columns),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    if (!row.enabled) await dropPending(tx, row.id);
    return decodeWebhook(row);
  });
}

/** Adds a webhook beside the main one, or sets the one that has the id. */
export async function saveWebhook(db: Db, webhook: NewWebhook): Promise<WebhookRecord> {
  const { events, jids, ...plain } = webhook;
  const lists = { events: JSON.stringify(events), jids: JSON.stringify(jids) };
  const columns = { ...plain, ...lists, main: 0 as const, updated_at: Date.now() };
  const row = await db
    .insertInto('webhook')
    .values({ ...columns, created_at: columns.updated_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
  return decodeWebhook(row);
}

/** Changes what the patch names; undefined if the instance has no such webhook. */
export function updateWebhook(
  db: Db,
  instanceId: string | null,
  id: string,
  { events, jids, ...plain }: WebhookPatch,
): Promise<WebhookRecord | undefined> {
  const lists = {
    ...(events && { events: JSON.stringify(events) }),
    ...(jids && { jids: JSON.stringify(jids) }),
  };
  return transaction(db, async (tx) => {
    const row = await tx
      .updateTable('webhook')
      .set({ ...plain, ...lists, updated_at: Date.now() })
      .where('id', '=', id)
      .where('instance_id', 'is', instanceId)
      .returningAll()
      .executeTakeFirst();
    if (row && !row.enabled) await dropPending(tx, id);
    return row && decodeWebhook(row);
  });
}

/**
 * Gives the webhook another secret; undefined if the instance has no such webhook.
 *
 * @param oldUntil until when (ms since the epoch) the present one signs too
 */
export async function replaceSecret(
  db: Db,
  instanceId: string,
  id: string,
  secret: string,
  oldUntil: number,
): Promise<WebhookRecord | undefined> {
  const row = await db
    .updateTable('webhook')
    .set((eb) => ({
      secret_sealed: secret,
      old_secret_sealed: eb.ref('secret_sealed'),
      old_secret_until: oldUntil,
      updated_at: Date.now(),
    }))
    .where('id', '=', id)
    .where('instance_id', '=', instanceId)
    .returningAll()
    .executeTakeFirst();
  return row && decodeWebhook(row);
}

/** The main one. */
export async function findWebhook(db: Db, instanceId: string): Promise<WebhookRecord | undefined> {
  const [first] = await listWebhooks(db, instanceId);
  return first?.main ? first : undefined;
}

/** The main one first, then in the order in which they were made. */
export async function listWebhooks(db: Db, instanceId: string): Promise<WebhookRecord[]> {
  const rows = await db
    .selectFrom('webhook')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('main', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(decodeWebhook);
}

function decodeWebhook(row: Selectable<WebhookTable>): WebhookRecord {
  return { ...row, events: JSON.parse(row.events), jids: JSON.parse(row.jids) };
}
