import { sql } from 'kysely';
import { count } from './counters.ts';
import type { ChatRow, Db } from './schema.ts';

/** What is stored of a chat under one JID is stored under the other from now on, with its labels. */
export async function mergeChats(tx: Db, instanceId: string, from: string, to: string): Promise<void> {
  await moveLabels(tx, instanceId, from, to);
  const [old, kept] = await Promise.all([find(tx, instanceId, from), find(tx, instanceId, to)]);
  if (!old) return;
  if (!kept) {
    await tx.updateTable('chat').set({ remote_jid: to }).where('id', '=', old.id).execute();
    return;
  }
  const newer = old.active_at > kept.active_at ? old : kept;
  await tx
    .updateTable('chat')
    .set({
      name: kept.name ?? old.name,
      unread_count: kept.unread_count + old.unread_count,
      archived: kept.archived || old.archived,
      pinned: kept.pinned || old.pinned,
      active_at: newer.active_at,
      disappears_after: newer.disappears_after,
      last_message_id: newer.last_message_id,
      last_received_at: Math.max(kept.last_received_at ?? 0, old.last_received_at ?? 0) || null,
      updated_at: Date.now(),
    })
    .where('id', '=', kept.id)
    .execute();
  await tx.deleteFrom('chat').where('id', '=', old.id).execute();
  await count(tx, instanceId, 'chat_count', -1);
}

function find(tx: Db, instanceId: string, jid: string): Promise<ChatRow | undefined> {
  return tx
    .selectFrom('chat')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', jid)
    .executeTakeFirst();
}

async function moveLabels(tx: Db, instanceId: string, from: string, to: string): Promise<void> {
  await sql`insert into label_association (instance_id, remote_jid, label_id)
    select instance_id, ${to}, label_id from label_association
    where instance_id = ${instanceId} and remote_jid = ${from}
    on conflict do nothing`.execute(tx);
  await tx
    .deleteFrom('label_association')
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', from)
    .execute();
}
