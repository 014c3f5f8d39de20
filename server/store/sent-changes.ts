import type { Db } from './schema.ts';

/** Keeps an edit or a deletion as WhatsApp encodes it. @param keyId WhatsApp's id of the change itself */
export async function insertSentChange(
  db: Db,
  instanceId: string,
  keyId: string,
  proto: Uint8Array,
): Promise<void> {
  await db
    .insertInto('sent_change')
    .values({ instance_id: instanceId, key_id: keyId, proto, created_at: Date.now() })
    .execute();
}

export async function findSentChange(
  db: Db,
  instanceId: string,
  keyId: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('sent_change')
    .select('proto')
    .where('instance_id', '=', instanceId)
    .where('key_id', '=', keyId)
    .executeTakeFirst();
  return row?.proto;
}
