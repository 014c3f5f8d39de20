import { count } from './counters.ts';
import type { ContactRow, Db } from './schema.ts';

/** What is stored of a contact under one JID is stored under the other from now on. */
export async function mergeContacts(tx: Db, instanceId: string, from: string, to: string): Promise<void> {
  const [old, kept] = await Promise.all([find(tx, instanceId, from), find(tx, instanceId, to)]);
  if (!old) return;
  if (!kept) {
    await tx.updateTable('contact').set({ remote_jid: to }).where('id', '=', old.id).execute();
    return;
  }
  await tx
    .updateTable('contact')
    .set({
      push_name: kept.push_name ?? old.push_name,
      name: kept.name ?? old.name,
      profile_pic_url: kept.profile_pic_url ?? old.profile_pic_url,
      is_saved: kept.is_saved || old.is_saved,
      type: old.type === 'contact' ? 'contact' : kept.type,
      updated_at: Date.now(),
    })
    .where('id', '=', kept.id)
    .execute();
  await tx.deleteFrom('contact').where('id', '=', old.id).execute();
  await count(tx, instanceId, 'contact_count', -1);
}

function find(tx: Db, instanceId: string, jid: string): Promise<ContactRow | undefined> {
  return tx
    .selectFrom('contact')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', jid)
    .executeTakeFirst();
}
