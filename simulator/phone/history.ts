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
  /** Large parts are put on the media host, as phones do; else they are in the message that tells of them. */
  onHost?: boolean;
};

/** Newest first: an array, or something that makes them up when they are asked for. */
export type PastMessages = {
  readonly length: number;
  slice(start: number, end: number): proto.IWebMessageInfo[];
};

/** A chat as the protocol tells of it. */
export type HistoryChat = {
  readonly conversation: proto.IConversation & { id: string };
  readonly partner: Account | undefined;
  /** The partner, or who wrote in the group. */
  readonly people: Account[];
  readonly recent: PastMessages;
  readonly old: PastMessages;
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

function historyChat(network: Network, chat: PastChat): HistoryChat {
  const group = isGroupJid(chat.with) ? groupOf(network, chat.with) : undefined;
  if (isGroupJid(chat.with) && !group) throw new Problem(404, `history: there is no group ${chat.with}`);
  const partner = group ? undefined : accountFor(network, chat.with, chat.name);
  const names = partner ? personConversation(network, partner) : { id: chat.with };
  const name = chat.name ?? group?.subject.text;
  const recent = chat.messages
    .map((message) => webMessage(network, names.id, group, partner, message))
    .sort((one, other) => Number(other.messageTimestamp) - Number(one.messageTimestamp));
  const conversation = {
    ...names,
    ...(name !== undefined && { name }),
    unreadCount: chat.unread ?? 0,
    archived: chat.archived ?? false,
    conversationTimestamp: recent[0]?.messageTimestamp ?? now(),
  };
  const authors = new Set(chat.messages.flatMap(({ by }) => by ?? []));
  const people = partner ? [partner] : [...authors].map((number) => accountFor(network, number));
  return { conversation, partner, people, recent, old: [] };
}

/** So many messages, to and fro, one a minute until `end`. They are the same whenever they are asked for. */
function smallTalk(
  network: Network,
  partner: Account,
  jid: string,
  count: number,
  end: number,
): PastMessages {
  const message = (index: number) =>
    webMessage(network, jid, undefined, partner, {
      id: `3EB0${partner.number}${end}${index}`,
      text: `message ${count - index} of ${count}`,
      fromMe: (count - index) % 2 === 0,
      timestamp: end - (index + 1) * MINUTE,
    });
  return {
    length: count,
    slice: (start, to) =>
      Array.from({ length: Math.max(0, Math.min(to, count) - start) }, (_, n) => message(start + n)),
  };
}

function madeUpChat(network: Network, index: number, past: Past): HistoryChat {
  const { messagesPerChat = 1, oldMessagesPerChat = 0 } = past;
  const number = String(FIRST_STRANGER + BigInt(index));
  const chat = historyChat(network, { with: number, name: `Past ${index + 1}`, messages: [] });
  const partner = accountFor(network, number);
  const talk = (count: number, end: number) => smallTalk(network, partner, chat.conversation.id, count, end);
  const [recent, old] = [talk(messagesPerChat, now() - index), talk(oldMessagesPerChat, now() - YEAR)];
  const conversationTimestamp = recent.slice(0, 1)[0]?.messageTimestamp ?? now();
  return { ...chat, conversation: { ...chat.conversation, conversationTimestamp }, recent, old };
}

/** The chats of a past. Who is in them gets an account, if there is none. @throws Problem 404 */
export function recall(network: Network, past: Past): HistoryChat[] {
  const { conversations = [], chats = 0 } = past;
  const given = conversations.map((chat) => historyChat(network, chat));
  return [...given, ...Array.from({ length: chats }, (_, index) => madeUpChat(network, index, past))];
}
