import { ASIDES } from './message-insert.ts';
import type { ChatRow, Db, MessageRecord } from './schema.ts';

/**
 * The message and all before it in its chat were read: what is left unread is what came after it. Gives the
 * chat if that changed.
 */
export async function readChat(tx: Db, message: MessageRecord): Promise<ChatRow | undefined> {
  const { instance_id, remote_jid } = message;
  const unread = await countAfter(tx, message);
  return tx
    .updateTable('chat')
    .set({ unread_count: unread, updated_at: Date.now() })
    .where('instance_id', '=', instance_id)
    .where('remote_jid', '=', remote_jid)
    .where('unread_count', '>', unread)
    .returningAll()
    .executeTakeFirst();
}

async function countAfter(tx: Db, message: MessageRecord): Promise<number> {
  const { instance_id, remote_jid, message_timestamp, id } = message;
  const { unread } = await tx
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('instance_id', '=', instance_id)
    .where('remote_jid', '=', remote_jid)
    .where('message_timestamp', '>=', message_timestamp)
    .where((eb) => eb.or([eb('message_timestamp', '>', message_timestamp), eb('id', '>', id)]))
    .where('from_me', '=', 0)
    .where('status', 'not in', ['READ', 'PLAYED'])
    .where('message_type', 'not in', ASIDES)
    .executeTakeFirstOrThrow();
  return Number(unread);
}
