import { proto } from '@whiskeysockets/baileys';
import { type Account, createAccount } from '../accounts/account.ts';
import { type Group, groupOf } from '../groups/group.ts';
import type { Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid, isGroupJid } from '../wire/jids.ts';
import { now, stanzaId } from '../wire/nodes.ts';

/** Seconds since 1970 in `timestamp`. `by` is the author's number, in groups. */
export type PastMessage = {
  id?: string;
  text: string;
  fromMe?: boolean;
  timestamp?: number;
  by?: string;
  /** The text is what it was changed to. */
  edited?: boolean;
};
export type PastChat = {
  /** A number, or the JID of a group. */
  with: string;
  name?: string;
  unread?: number;
  archived?: boolean;
  messages: PastMessage[];
};

/** What a phone has had before a device is linked: chats as given, and so many made up. */
export type Past = {
  conversations?: PastChat[];
  chats?: number;
  messagesPerChat?: number;
  /** A year older; sent to those devices only that ask for the full history. */
  oldMessagesPerChat?: number;
};

/** A chat as the protocol tells of it. Messages are newest first. */
export type HistoryChat = {
  readonly conversation: proto.IConversation & { id: string };
  readonly partner: Account | undefined;
  /** The partner, or who wrote in the group. */
  readonly people: Account[];
  readonly recent: proto.IWebMessageInfo[];
  readonly old: proto.IWebMessageInfo[];
};

const { READ } = proto.WebMessageInfo.Status;
const MINUTE = 60;
const YEAR = 365 * 86_400;
const FIRST_STRANGER = 15_990_000_001n;

function accountFor(network: Network, number: string, name = `User ${number}`): Account {
  return network.accounts.get(number) ?? createAccount(network, number, name, false);
}

/** Chats with people carry both names, of which the network's addressing says which comes first. */
function personConversation(network: Network, partner: Account) {
  const [pnJid, lidJid] = [accountJid(partner), accountJid(partner, 'lid')];
  return network.addressing === 'lid' ? { id: lidJid, pnJid } : { id: pnJid, lidJid };
}

/** Phones keep an edited message as its edit. */
function editOf(id: string, editedMessage: proto.IMessage): proto.IMessage {
  const type = proto.Message.ProtocolMessage.Type.MESSAGE_EDIT;
  return { editedMessage: { message: { protocolMessage: { type, key: { id }, editedMessage } } } };
}

function webMessage(
  network: Network,
  jid: string,
  group: Group | undefined,
  partner: Account | undefined,
  message: PastMessage,
): proto.IWebMessageInfo {
  const { id = `3EB0${stanzaId()}`, text, fromMe = false, timestamp = now(), by, edited } = message;
  const author = by === undefined ? partner : accountFor(network, by);
  const participant = group && author && !fromMe ? { participant: accountJid(author, group.addressing) } : {};
  return {
    key: { remoteJid: jid, fromMe, id, ...participant },
    message: edited ? editOf(id, { conversation: text }) : { conversation: text },
    messageTimestamp: timestamp,
    ...participant,
    ...(fromMe ? { status: READ } : author && { pushName: author.name }),
  };
}

function historyChat(network: Network, chat: PastChat, old: PastMessage[] = []): HistoryChat {
  const group = isGroupJid(chat.with) ? groupOf(network, chat.with) : undefined;
  if (isGroupJid(chat.with) && !group) throw new Problem(404, `history: there is no group ${chat.with}`);
  const partner = group ? undefined : accountFor(network, chat.with, chat.name);
  const names = partner ? personConversation(network, partner) : { id: chat.with };
  const name = chat.name ?? group?.subject.text;
  const toWeb = (message: PastMessage) => webMessage(network, names.id, group, partner, message);
  const newestFirst = (messages: PastMessage[]) =>
    messages.map(toWeb).sort((one, other) => Number(other.messageTimestamp) - Number(one.messageTimestamp));
  const recent = newestFirst(chat.messages);
  const conversation = {
    ...names,
    ...(name !== undefined && { name }),
    unreadCount: chat.unread ?? 0,
    archived: chat.archived ?? false,
    conversationTimestamp: recent[0]?.messageTimestamp ?? now(),
  };
  const authors = new Set(chat.messages.flatMap(({ by }) => by ?? []));
  const people = partner ? [partner] : [...authors].map((number) => accountFor(network, number));
  return { conversation, partner, people, recent, old: newestFirst(old) };
}

/** So many messages, to and fro, one a minute until `end`. */
function smallTalk(count: number, end: number): PastMessage[] {
  return Array.from({ length: count }, (_, index) => ({
    text: `message ${index + 1} of ${count}`,
    fromMe: index % 2 === 1,
    timestamp: end - (count - index) * MINUTE,
  }));
}

/** The chats of a past. Who is in them gets an account, if there is none. @throws Problem 404 */
export function recall(network: Network, past: Past): HistoryChat[] {
  const { conversations = [], chats = 0, messagesPerChat = 1, oldMessagesPerChat = 0 } = past;
  const given = conversations.map((chat) => historyChat(network, chat));
  const madeUp = Array.from({ length: chats }, (_, index) => {
    const chat = {
      with: String(FIRST_STRANGER + BigInt(index)),
      name: `Past ${index + 1}`,
      messages: smallTalk(messagesPerChat, now() - index),
    };
    return historyChat(network, chat, smallTalk(oldMessagesPerChat, now() - YEAR));
  });
  return [...given, ...madeUp];
}
