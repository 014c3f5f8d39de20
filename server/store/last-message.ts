import { decodeMessage, MESSAGE_COLUMNS } from './messages.ts';
import type { Db, MessageRecord } from './schema.ts';

/** The newest message of a chat. @param remoteJid as it is stored: the phone's where it is known */
export async function findLastMessage(
  db: Db,
  instanceId: string,
  remoteJid: string,
): Promise<MessageRecord | undefined> {
  const row = await db
    .selectFrom('message')
    .select(MESSAGE_COLUMNS)
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', remoteJid)
    .orderBy('message_timestamp', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && decodeMessage(row);
}
