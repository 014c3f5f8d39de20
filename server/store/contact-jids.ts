import type { Db } from './schema.ts';

/** The JIDs of the people among the contacts; not of groups, nor of those known from groups alone. */
export async function listContactJids(db: Db, instanceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('contact')
    .select('remote_jid')
    .where('instance_id', '=', instanceId)
    .where('type', '=', 'contact')
    .execute();
  return rows.map((row) => row.remote_jid);
}
