import { transaction } from './db.ts';
import type { Db, InstanceRow } from './schema.ts';

/** The credentials as `saveCredentials` was given them. */
export async function loadCredentials(db: Db, instanceId: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('value')
    .where('instance_id', '=', instanceId)
    .executeTakeFirst();
  return row?.value;
}

/** `linked`: a phone has linked this device. */
export async function saveCredentials(
  db: Db,
  instanceId: string,
  sealed: Uint8Array,
  linked: boolean,
): Promise<void> {
  const values = { value: sealed, linked: linked ? 1 : 0 } as const;
  await db
    .insertInto('credential')
    .values({ instance_id: instanceId, ...values })
    .onConflict((conflict) => conflict.column('instance_id').doUpdateSet(values))
    .execute();
}

/** Forgets the link to WhatsApp: credentials and Signal keys. */
export async function deleteCredentials(db: Db, instanceId: string): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.deleteFrom('credential').where('instance_id', '=', instanceId).execute();
    await tx.deleteFrom('signal_key').where('instance_id', '=', instanceId).execute();
  });
}

/** The instances to restore at start, oldest first. */
export function listLinkedInstances(db: Db): Promise<InstanceRow[]> {
  return db
    .selectFrom('instance')
    .innerJoin('credential', 'credential.instance_id', 'instance.id')
    .where('credential.linked', '=', 1)
    .selectAll('instance')
    .orderBy('instance.created_at')
    .execute();
}
