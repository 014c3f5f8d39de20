import type { Selectable } from 'kysely';
import { chunks } from './chunks.ts';
import { transaction } from './db.ts';
import { columns, prepared, preparedByList } from './prepared.ts';
import type { Db } from './schema.ts';
import type { SignalKeyTable } from './tables/instance.ts';

/** Rows for each statement; with four values each well below SQLite's limit of 32,766 variables. */
const CHUNK = 1_000;

/** A Signal key that is new or has changed; null deletes it. */
export interface SignalKeyChange {
  type: string;
  id: string;
  value: Uint8Array | null;
}

/** The keys that exist, by id. */
export async function getSignalKeys(
  db: Db,
  instanceId: string,
  type: string,
  ids: string[],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const chunk of chunks(ids, CHUNK)) {
    const rows = await select(db, { instanceId, type }, chunk);
    for (const { id, value } of rows) found.set(id, value);
  }
  return found;
}

const select = preparedByList<{ instanceId: string; type: string }, string, Stored>((db, value, ids) =>
  db
    .selectFrom('signal_key')
    .select(['id', 'value'])
    .where('instance_id', '=', value('instanceId'))
    .where('type', '=', value('type'))
    .where('id', 'in', ids),
);

type Stored = Pick<Selectable<SignalKeyTable>, 'id' | 'value'>;

/** All changes or none. */
export async function setSignalKeys(db: Db, instanceId: string, changes: SignalKeyChange[]): Promise<void> {
  const removed = Map.groupBy(
    changes.filter(({ value }) => value === null),
    ({ type }) => type,
  );
  const kept = changes.flatMap(({ value, ...key }) =>
    value === null ? [] : [{ instance_id: instanceId, ...key, value }],
  );
  await transaction(db, async (tx) => {
    for (const [type, keys] of removed)
      for (const chunk of chunks(keys, CHUNK)) await remove(tx, instanceId, type, chunk);
    await putSignalKeys(tx, kept);
  });
}

/** Writes these rows, new or not. */
export async function putSignalKeys(tx: Db, rows: Selectable<SignalKeyTable>[]): Promise<void> {
  for (const row of rows) await put(tx, row);
}

const put = prepared<Selectable<SignalKeyTable>, unknown>((db, value) =>
  db
    .insertInto('signal_key')
    .values(columns(value, ['instance_id', 'type', 'id', 'value']))
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'type', 'id'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);

async function remove(tx: Db, instanceId: string, type: string, keys: { id: string }[]): Promise<void> {
  await tx
    .deleteFrom('signal_key')
    .where('instance_id', '=', instanceId)
    .where('type', '=', type)
    .where(
      'id',
      'in',
      keys.map(({ id }) => id),
    )
    .execute();
}
