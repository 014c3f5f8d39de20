import type { proto } from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import { groupOf } from '../groups/group.ts';
import type { Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid, isGroupJid } from '../wire/jids.ts';
import { now } from '../wire/nodes.ts';
import { accountFor, type PastMessage, type PastMessages, smallTalk, webMessage } from './past-message.ts';

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

/** A chat as the protocol tells of it. */
export type HistoryChat = {
  readonly conversation: proto.IConversation & { id: string };
  readonly partner: Account | undefined;
  /** The partner, or who wrote in the group. */
  readonly people: Account[];
  readonly recent: PastMessages;
  readonly old: PastMessages;
};

const YEAR = 365 * 86_400;
const FIRST_STRANGER = 15_990_000_001n;

/** Chats with people carry both names, of which the network's addressing says which comes first. */
function personConversation(network: Network, partner: Account) {
  const [pnJid, lidJid] = [accountJid(partner), accountJid(partner, 'lid')];
  return network.addressing === 'lid' ? { id: lidJid, pnJid } : { id: pnJid, lidJid };
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
