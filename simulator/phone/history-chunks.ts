import { deflateSync } from 'node:zlib';
import { proto } from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import { accountJid } from '../wire/jids.ts';
import { now } from '../wire/nodes.ts';
import type { HistoryChat } from './history.ts';
import type { Phone } from './phone.ts';
import { describeSettings } from './settings.ts';

const { HISTORY_SYNC_NOTIFICATION } = proto.Message.ProtocolMessage.Type;
const { INITIAL_BOOTSTRAP, PUSH_NAME, RECENT, FULL } = proto.HistorySync.HistorySyncType;

/** Messages in a chunk; with short ones that is some hundred kilobytes, deflated. */
const CHUNK = 2000;

type Chunk = proto.IHistorySync & { syncType: proto.HistorySync.HistorySyncType; progress: number };
type Slice = { chat: HistoryChat; messages: proto.IWebMessageInfo[] };

/** What the user has done to a chat is in the history as well as in the app state. */
function stateOf(phone: Phone, { partner, conversation }: HistoryChat): Partial<proto.IConversation> {
  const jid = partner ? accountJid(partner) : conversation.id;
  const state = describeSettings(phone).chats.find((chat) => chat.jid === jid);
  if (!state) return {};
  const { archived, unread: markedAsUnread, pinned } = state;
  return { archived, markedAsUnread, ...(pinned && { pinned: now() }) };
}

function conversations(phone: Phone, slices: Slice[]): proto.IConversation[] {
  return slices.map(({ chat, messages }) => ({
    ...chat.conversation,
    ...stateOf(phone, chat),
    messages: messages.map((message) => ({ message })),
  }));
}

/** Deals messages out to chunks, a chat after the other; a long chat spans several. */
function deal(chats: HistoryChat[], messagesOf: (chat: HistoryChat) => proto.IWebMessageInfo[]): Slice[][] {
  const chunks: Slice[][] = [[]];
  let room = CHUNK;
  for (const chat of chats) {
    const messages = messagesOf(chat);
    for (let start = 0; start < messages.length; ) {
      const slice = messages.slice(start, start + room);
      chunks.at(-1)?.push({ chat, messages: slice });
      start += slice.length;
      room -= slice.length;
      if (room > 0) continue;
      chunks.push([]);
      room = CHUNK;
    }
  }
  const filled = chunks.filter((slices) => slices.length > 0);
  return filled.length === 0 ? [[]] : filled;
}

/** The names of everybody in the history, in both forms. */
function mappings(account: Account, chats: HistoryChat[]) {
  const people = new Set([account, ...chats.flatMap((chat) => chat.people)]);
  return [...people].map((person) => ({ pnJid: accountJid(person), lidJid: accountJid(person, 'lid') }));
}

function pushNames(chats: HistoryChat[]) {
  return chats.flatMap(({ partner }) =>
    partner ? [{ id: accountJid(partner), pushname: partner.name }] : [],
  );
}

/**
 * The history of a phone in the pieces a new device gets: first each chat with its newest message, then the
 * names, then the rest, and what is older if the device asked for all. All are inline: clients download other
 * chunks from the real media host.
 */
export function historyChunks(account: Account, wantsAll: boolean): proto.Message.IProtocolMessage[] {
  const chats = account.phone.history;
  const first = chats.map((chat) => ({ chat, messages: chat.recent.slice(0, 1) }));
  const recent = deal(chats, (chat) => chat.recent.slice(1));
  const old = wantsAll ? deal(chats, (chat) => chat.old) : [];
  const chunks: Chunk[] = [
    { syncType: INITIAL_BOOTSTRAP, progress: 100, conversations: conversations(account.phone, first) },
    { syncType: PUSH_NAME, progress: 100, pushnames: pushNames(chats) },
    ...inParts(account.phone, RECENT, recent),
    ...inParts(account.phone, FULL, old),
  ];
  const phoneNumberToLidMappings = mappings(account, chats);
  return chunks.map((chunk, index) => notification({ ...chunk, phoneNumberToLidMappings }, index + 1));
}

/** The progress of the last part is 100, which tells clients that this is all. */
function inParts(phone: Phone, syncType: proto.HistorySync.HistorySyncType, parts: Slice[][]): Chunk[] {
  return parts.map((slices, index) => ({
    syncType,
    progress: Math.floor((100 * (index + 1)) / parts.length),
    conversations: conversations(phone, slices),
  }));
}

function notification(chunk: Chunk, chunkOrder: number): proto.Message.IProtocolMessage {
  const { syncType, progress } = chunk;
  const encoded = proto.HistorySync.encode({ ...chunk, chunkOrder }).finish();
  const initialHistBootstrapInlinePayload = deflateSync(encoded);
  const historySyncNotification = { syncType, chunkOrder, progress, initialHistBootstrapInlinePayload };
  return { type: HISTORY_SYNC_NOTIFICATION, historySyncNotification };
}
