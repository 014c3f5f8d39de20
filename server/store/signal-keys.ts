import type { Insertable } from 'kysely';
import { chunks } from './chunks.ts';
import { transaction } from './db.ts';
import type { Db } from './schema.ts';
import type { SignalKeyTable } from './tables/instance.ts';

/** Rows for each statement; with four values each well below SQLite's limit of 32,766 variables. */
const CHUNK = 1_000;

/** Type → id → value; null deletes the key. */
export type SignalKeyChanges = Record<string, Record<string, string | null>>;

/** The keys that exist, by id. */
export async function getSignalKeys(
  db: Db,
  instanceId: string,
  type: string,
  ids: string[],
): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const chunk of chunks(ids, CHUNK)) {
    const rows = await db
      .selectFrom('signal_key')
      .select(['id', 'value'])
      .where('instance_id', '=', instanceId)
      .where('type', '=', type)
      .where('id', 'in', chunk)
      .execute();
    for (const row of rows) found.push([row.id, row.value]);
  }
  return Object.fromEntries(found);
}

/** All changes or none. */
export async function setSignalKeys(db: Db, instanceId: string, changes: SignalKeyChanges): Promise<void> {
  await transaction(db, async (tx) => {
    const changed: Insertable<SignalKeyTable>[] = [];
    for (const [type, values] of Object.entries(changes)) {
      const removed: string[] = [];
      for (const [id, value] of Object.entries(values)) {
        if (value === null) removed.push(id);
        else changed.push({ instance_id: instanceId, type, id, value });
      }
      for (const chunk of chunks(removed, CHUNK)) await remove(tx, instanceId, type, chunk);
    }
    for (const chunk of chunks(changed, CHUNK)) await upsert(tx, chunk);
  });
}

async function upsert(tx: Db, rows: Insertable<SignalKeyTable>[]): Promise<void> {
  await tx
    .insertInto('signal_key')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'type', 'id'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    )
    .execute();
}

async function remove(tx: Db, instanceId: string, type: string, ids: string[]): Promise<void> {
  await tx
    .deleteFrom('signal_key')
    .where('instance_id', '=', instanceId)
    .where('type', '=', type)
    .where('id', 'in', ids)
    .execute();
}
