import { newRowId } from './ids.ts';
import type { Db, ProxyRow } from './schema.ts';

/** A proxy without its password. */
export type ListedProxy = Omit<ProxyRow, 'password_sealed'>;

export const LISTED_PROXY = [
  ...(['id', 'instance_id', 'enabled', 'protocol', 'host', 'port', 'username'] as const),
  ...(['created_at', 'updated_at'] as const),
] as const;

export type ProxyValues = Pick<ProxyRow, 'protocol' | 'host' | 'port' | 'username' | 'password_sealed'>;

/** Gives the instance this proxy, in place of the one it has. */
export function upsertProxy(db: Db, instanceId: string, values: ProxyValues): Promise<ProxyRow> {
  const now = Date.now();
  const columns = { ...values, enabled: 1 as const, updated_at: now };
  return db
    .insertInto('proxy')
    .values({ id: newRowId(), instance_id: instanceId, created_at: now, ...columns })
    .onConflict((conflict) => conflict.column('instance_id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function findProxy(db: Db, instanceId: string): Promise<ProxyRow | undefined> {
  return db.selectFrom('proxy').selectAll().where('instance_id', '=', instanceId).executeTakeFirst();
}

export async function deleteProxy(db: Db, instanceId: string): Promise<void> {
  await db.deleteFrom('proxy').where('instance_id', '=', instanceId).execute();
}
