import { newRowId } from './ids.ts';
import type { Db, SettingRow } from './schema.ts';

export type SettingPatch = Partial<Omit<SettingRow, 'id' | 'instance_id' | 'created_at' | 'updated_at'>>;

/** The instance's first settings: what is not given is off or empty. */
export function insertSettings(db: Db, instanceId: string, values: SettingPatch): Promise<SettingRow> {
  const now = Date.now();
  return db
    .insertInto('setting')
    .values({ ...values, id: newRowId(), instance_id: instanceId, created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findSettings(db: Db, instanceId: string): Promise<SettingRow | undefined> {
  return db.selectFrom('setting').selectAll().where('instance_id', '=', instanceId).executeTakeFirst();
}

/** Changes what is given and keeps the rest. */
export function updateSettings(
  db: Db,
  instanceId: string,
  patch: SettingPatch,
): Promise<SettingRow | undefined> {
  return db
    .updateTable('setting')
    .set({ ...patch, updated_at: Date.now() })
    .where('instance_id', '=', instanceId)
    .returningAll()
    .executeTakeFirst();
}
