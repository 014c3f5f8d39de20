import type { Selectable, SelectQueryBuilder } from 'kysely';
import { chunks } from './chunks.ts';
import { prepared } from './prepared.ts';
import type { Database, Db, MessageRecord } from './schema.ts';
import type { MessageTable } from './tables/message.ts';

/** WhatsApp's id of a message and, where it is known, the chat by either of its JIDs and the direction. */
export interface MessageKey {
  id: string;
  remoteJid?: string | undefined;
  fromMe?: boolean | undefined;
}

/** Rows that are looked up by one statement. */
const ROWS = 500;

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
  'edited_at',
  'recipients',
] as const satisfies (keyof MessageTable)[];

export async function findMessageByKey(
  db: Db,
  instanceId: string,
  key: MessageKey,
): Promise<MessageRecord | undefined> {
  const same = await messagesOfId(db, { instanceId, id: key.id });
  const row = same.filter(isOf(key)).reduce(newer, undefined);
  return row && decodeMessage(row);
}

type Row = Omit<Selectable<MessageTable>, 'proto'>;

/** The same id occurs in two chats at most, unless somebody means it to. */
const messagesOfId = prepared<{ instanceId: string; id: string }, Row>((db, value) =>
  db
    .selectFrom('message')
    .select(MESSAGE_COLUMNS)
    .where('instance_id', '=', value('instanceId'))
    .where('key_id', '=', value('id')),
);

const isOf =
  ({ fromMe, remoteJid }: MessageKey) =>
  (row: Row): boolean =>
    (fromMe === undefined || row.from_me === (fromMe ? 1 : 0)) &&
    (remoteJid === undefined || row.remote_jid === remoteJid || row.remote_jid_alt === remoteJid);

const newer = (newest: Row | undefined, row: Row): Row =>
  newest && newest.created_at >= row.created_at ? newest : row;

/** The messages with these row ids, by id. */
export async function findMessagesById(db: Db, ids: string[]): Promise<Map<string, MessageRecord>> {
  const found = new Map<string, MessageRecord>();
  for (const chunk of chunks(ids, ROWS)) {
    const rows = await db.selectFrom('message').select(MESSAGE_COLUMNS).where('id', 'in', chunk).execute();
    for (const row of rows) found.set(row.id, decodeMessage(row));
  }
  return found;
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

export function decodeMessage(row: Row): MessageRecord {
  const contextInfo = row.context_info;
  return {
    ...row,
    message: JSON.parse(row.message),
    context_info: contextInfo === null ? null : JSON.parse(contextInfo),
  };
}
