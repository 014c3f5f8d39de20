import { touchChat, type WrittenChat } from './chats.ts';
import { count } from './counters.ts';
import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import { MESSAGE_COLUMNS } from './messages.ts';
import { columns, prepared } from './prepared.ts';
import type { Db, NewMessage } from './schema.ts';
import type { MessageTable } from './tables/message.ts';

/** Kinds of messages that are about another one: they neither are a chat's last message nor unread. */
export const ASIDES = ['reactionMessage', 'pollUpdateMessage', 'pinInChatMessage', 'keepInChatMessage'];

/** The row of a message that was not there before, and its chat. */
export interface InsertedMessage {
  id: string;
  chat: WrittenChat | undefined;
}

/**
 * Writes the message once, and brings its chat up to date: one with the same key that is there already stays
 * as it is, and gives undefined. Status updates have no chat.
 */
export function insertMessage(db: Db, message: NewMessage): Promise<InsertedMessage | undefined> {
  return transaction(db, async (tx) => {
    const [inserted] = await insertRows(tx, [message]);
    if (!inserted) return undefined;
    await count(tx, message.instance_id, 'message_count', 1);
    const unread = message.from_me === 0 && message.status !== 'READ' ? 1 : 0;
    return { id: inserted.id, chat: await touch(tx, message, inserted.id, unread) };
  });
}

/**
 * Writes many messages of the past, all of one instance, each once; what was unread is the chat's to say.
 * Gives those that were not there before.
 */
export function insertMessages(db: Db, messages: NewMessage[]): Promise<NewMessage[]> {
  return transaction(db, async (tx) => {
    const inserted = await insertRows(tx, messages);
    const [first] = messages;
    if (!first || inserted.length === 0) return [];
    await count(tx, first.instance_id, 'message_count', inserted.length);
    const idOf = new Map(inserted.map((row) => [keyText(row), row.id]));
    const written = messages.filter((message) => idOf.has(keyText(message)));
    for (const message of newestOfEachChat(written))
      await touch(tx, message, idOf.get(keyText(message)) ?? '', 0);
    return written;
  });
}

async function insertRows(tx: Db, messages: NewMessage[]) {
  const inserted = [];
  for (const message of messages) inserted.push(...(await insertRow(tx, rowOf(message))));
  return inserted;
}

function rowOf({ message, context_info, recipients = null, ...rest }: NewMessage): MessageTable {
  return {
    ...rest,
    id: newRowId(),
    message: JSON.stringify(message),
    context_info: context_info && JSON.stringify(context_info),
    created_at: Date.now(),
    edited_at: null,
    recipients,
  };
}

const insertRow = prepared<MessageTable, Inserted>((db, value) =>
  db
    .insertInto('message')
    .values(columns(value, [...MESSAGE_COLUMNS, 'proto']))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'key_id', 'remote_jid', 'from_me']),
);

type Inserted = Pick<MessageTable, 'id' | 'key_id' | 'remote_jid' | 'from_me'>;

async function touch(
  tx: Db,
  message: NewMessage,
  id: string,
  unread: number,
): Promise<WrittenChat | undefined> {
  const { instance_id, remote_jid, from_me, message_timestamp } = message;
  if (remote_jid === 'status@broadcast' || ASIDES.includes(message.message_type)) return undefined;
  const received = from_me === 0;
  return touchChat(tx, instance_id, {
    ...{ remote_jid, active_at: message_timestamp, message_id: id, received, unread },
  });
}

type Key = Pick<NewMessage, 'key_id' | 'remote_jid' | 'from_me'>;

const keyText = ({ key_id, remote_jid, from_me }: Key): string => `${from_me} ${key_id} ${remote_jid}`;

/** Of each chat its newest message, and its newest that was received. */
function newestOfEachChat(messages: NewMessage[]): NewMessage[] {
  const newest = new Map<string, NewMessage>();
  for (const message of messages) {
    if (ASIDES.includes(message.message_type)) continue;
    const slot = `${message.from_me} ${message.remote_jid}`;
    const known = newest.get(slot);
    if (!known || message.message_timestamp > known.message_timestamp) newest.set(slot, message);
  }
  return [...newest.values()];
}
