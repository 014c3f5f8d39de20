import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import type { Database, Db, MessageRecord, NewMessage } from './schema.ts';
import type { MessageTable } from './tables/message.ts';

/** WhatsApp's id of a message and, where it is known, the chat by either of its JIDs and the direction. */
export interface MessageKey {
  id: string;
  remoteJid?: string | undefined;
  fromMe?: boolean | undefined;
}

/** Every column but `proto`, which is large and rarely needed. */
export const MESSAGE_COLUMNS = [
  'id',
  'instance_id',
  'key_id',
  'from_me',
  'remote_jid',
  'remote_jid_alt',
  'participant',
  'participant_alt',
  'addressing_mode',
  'push_name',
  'status',
  'message_type',
  'message',
  'context_info',
  'message_timestamp',
  'source',
  'created_at',
] as const satisfies (keyof MessageTable)[];

/** Writes the message once: one with the same key that is there already stays as it is. */
export function insertMessage(db: Db, message: NewMessage): Promise<'inserted' | 'duplicate'> {
  const contextInfo = message.context_info;
  const values = {
    ...message,
    id: newRowId(),
    message: JSON.stringify(message.message),
    context_info: contextInfo && JSON.stringify(contextInfo),
    created_at: Date.now(),
  };
  return transaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('message')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted) await countMessage(tx, message.instance_id);
    return inserted ? 'inserted' : 'duplicate';
  });
}

export async function findMessageByKey(
  db: Db,
  instanceId: string,
  key: MessageKey,
): Promise<MessageRecord | undefined> {
  const row = await messagesByKey(db, instanceId, key).select(MESSAGE_COLUMNS).executeTakeFirst();
  return row && decodeMessage(row);
}

/** The message as WhatsApp encodes it. */
export async function findMessageProto(
  db: Db,
  instanceId: string,
  key: MessageKey,
): Promise<Uint8Array | undefined> {
  const row = await messagesByKey(db, instanceId, key).select('proto').executeTakeFirst();
  return row?.proto ?? undefined;
}

/** The newest message with the key: the same id may occur in two chats. */
export function messagesByKey(
  db: Db,
  instanceId: string,
  { id, remoteJid, fromMe }: MessageKey,
): SelectQueryBuilder<Database, 'message', object> {
  let query = db.selectFrom('message').where('instance_id', '=', instanceId).where('key_id', '=', id);
  if (fromMe !== undefined) query = query.where('from_me', '=', fromMe ? 1 : 0);
  if (remoteJid !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('remote_jid', '=', remoteJid), eb('remote_jid_alt', '=', remoteJid)]),
    );
  }
  return query.orderBy('created_at', 'desc').limit(1);
}

export function decodeMessage(row: Omit<Selectable<MessageTable>, 'proto'>): MessageRecord {
  const contextInfo = row.context_info;
  return {
    ...row,
    message: JSON.parse(row.message),
    context_info: contextInfo === null ? null : JSON.parse(contextInfo),
  };
}

async function countMessage(tx: Db, instanceId: string): Promise<void> {
  await tx
    .updateTable('instance')
    .set({ message_count: sql`message_count + 1` })
    .where('id', '=', instanceId)
    .execute();
}
