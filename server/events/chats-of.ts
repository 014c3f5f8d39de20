import type { EventRecord } from '../store/schema.ts';
import type { EventName, EventPayloads } from './types.ts';

/** An event of a kind that speaks of no chat. */
const NONE = null;

interface Key {
  remoteJid: string;
  remoteJidAlt?: string;
}

/** Some may be absent. */
type ChatsIn<Data> = (data: Data) => (string | undefined)[];

const keyOf = ({ key }: { key: Key }): (string | undefined)[] => [key.remoteJid, key.remoteJidAlt];
const remoteJids = (rows: { remoteJid: string }[]): string[] => rows.map(({ remoteJid }) => remoteJid);

/** Where each kind of event says what chats it is about; a contact is one by whom the account may be written to. */
const CHATS: { [Name in EventName]: ChatsIn<EventPayloads[Name]> | typeof NONE } = {
  'application.startup': NONE,
  call: ({ chatId, groupJid }) => [chatId, groupJid],
  'chats.delete': (jids) => jids,
  'chats.set': remoteJids,
  'chats.update': remoteJids,
  'chats.upsert': remoteJids,
  'connection.update': NONE,
  'contacts.set': remoteJids,
  'contacts.update': remoteJids,
  'contacts.upsert': remoteJids,
  'group-participants.update': ({ id }) => [id],
  'groups.update': (groups) => groups.map(({ id }) => id),
  'groups.upsert': (groups) => groups.map(({ id }) => id),
  'instance.create': NONE,
  'instance.delete': NONE,
  'labels.association': ({ chatId }) => [chatId],
  'labels.edit': NONE,
  'logout.instance': NONE,
  'messages.delete': keyOf,
  'messages.edited': keyOf,
  'messages.set': (messages) => messages.flatMap(keyOf),
  'messages.update': ({ remoteJid }) => [remoteJid],
  'messages.upsert': keyOf,
  'messaging-history.set': NONE,
  'presence.update': ({ id }) => [id],
  'qrcode.updated': NONE,
  'remove.instance': NONE,
  'send.message': keyOf,
  'send.message.update': keyOf,
  'status.instance': NONE,
  'webhook.test': NONE,
};

/** The chats that an event is about, by each JID that it says; undefined for a kind that speaks of none. */
export function chatsOf({ type, data }: Pick<EventRecord, 'type' | 'data'>): string[] | undefined {
  // Each entry takes what its kind of event has: the types of the table say so, one for all cannot.
  const find = CHATS[type as EventName] as ChatsIn<unknown> | null | undefined;
  return find?.(data).filter((jid) => jid !== undefined);
}
