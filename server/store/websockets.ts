import type { Selectable } from 'kysely';
import { newRowId } from './ids.ts';
import type { Db, Flag, WebsocketRecord } from './schema.ts';
import type { WebsocketTable } from './tables/event.ts';

/** `events`: UPPER_SNAKE names; empty means all. */
export interface WebsocketValues {
  enabled: Flag;
  events: string[];
}

export async function upsertWebsocket(
  db: Db,
  instanceId: string,
  values: WebsocketValues,
): Promise<WebsocketRecord> {
  const now = Date.now();
  const columns = { enabled: values.enabled, events: JSON.stringify(values.events), updated_at: now };
  const row = await db
    .insertInto('websocket')
    .values({ id: newRowId(), instance_id: instanceId, created_at: now, ...columns })
    .onConflict((conflict) => conflict.column('instance_id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
  return decodeWebsocket(row);
}

export async function findWebsocket(db: Db, instanceId: string): Promise<WebsocketRecord | undefined> {
  const row = await db
    .selectFrom('websocket')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .executeTakeFirst();
  return row && decodeWebsocket(row);
}

export function decodeWebsocket(row: Selectable<WebsocketTable>): WebsocketRecord {
  return { ...row, events: JSON.parse(row.events) };
}
