import type { Db, InboxRow, NewInboxRow } from './schema.ts';

/** Keeps a decrypted message until it is recorded. A part that is there already stays as it is. */
export async function addToInbox(db: Db, row: Omit<NewInboxRow, 'seq'>): Promise<void> {
  await db
    .insertInto('inbox')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What waits to be recorded, in the order of arrival. */
export function listInbox(db: Db, instanceId: string): Promise<InboxRow[]> {
  return db.selectFrom('inbox').selectAll().where('instance_id', '=', instanceId).orderBy('seq').execute();
}

/** Removes every part of one stanza. */
export async function removeFromInbox(
  db: Db,
  instanceId: string,
  sender: string,
  stanzaId: string,
): Promise<void> {
  await db
    .deleteFrom('inbox')
    .where('instance_id', '=', instanceId)
    .where('sender', '=', sender)
    .where('stanza_id', '=', stanzaId)
    .execute();
}
