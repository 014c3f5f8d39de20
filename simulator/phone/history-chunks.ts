import { deflateSync } from 'node:zlib';
import { proto } from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import { accountJid } from '../wire/jids.ts';
import { now } from '../wire/nodes.ts';
import type { HistoryChat } from './history.ts';
import { uploadMedia } from './media.ts';
import type { PastMessages } from './past-message.ts';
import type { Phone } from './phone.ts';
import { describeSettings } from './settings.ts';

const { HISTORY_SYNC_NOTIFICATION } = proto.Message.ProtocolMessage.Type;
const { INITIAL_BOOTSTRAP, PUSH_NAME, RECENT, FULL } = proto.HistorySync.HistorySyncType;

/** Messages in a chunk; with short ones that is some hundred kilobytes, deflated. */
const CHUNK = 2000;

type Chunk = proto.IHistorySync & { syncType: proto.HistorySync.HistorySyncType; progress: number };
/** Messages of a chat, from the newest on. */
type Slice = { chat: HistoryChat; from: PastMessages; start: number; end: number };

/** What the user has done to a chat is in the history as well as in the app state. */
function stateOf(phone: Phone, { partner, conversation }: HistoryChat): Partial<proto.IConversation> {
  const jid = partner ? accountJid(partner) : conversation.id;
  const state = describeSettings(phone).chats.find((chat) => chat.jid === jid);
  if (!state) return {};
  const { archived, unread: markedAsUnread, pinned } = state;
  return { archived, markedAsUnread, ...(pinned && { pinned: now() }) };
}

function conversations(phone: Phone, slices: Slice[]): proto.IConversation[] {
  return slices.map(({ chat, from, start, end }) => ({
    ...chat.conversation,
    ...stateOf(phone, chat),
    messages: from.slice(start, end).map((message) => ({ message })),
  }));
}

/** Deals messages out to chunks, a chat after the other and each from `first` on; a long chat spans several. */
function deal(chats: HistoryChat[], kind: 'recent' | 'old', first: number): Slice[][] {
  const chunks: Slice[][] = [[]];
  let room = CHUNK;
  for (const chat of chats) {
    const from = chat[kind];
    for (let start = first; start < from.length; ) {
      const end = Math.min(start + room, from.length);
      chunks.at(-1)?.push({ chat, from, start, end });
      room -= end - start;
      start = end;
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
 * names, then the rest, and what is older if the device asked for all. Each is made when it is asked for, and
 * is in the message itself, unless the past is to be on the media host: but for the first piece, as phones do.
 */
export async function* historyChunks(
  account: Account,
  wantsAll: boolean,
): AsyncGenerator<proto.Message.IProtocolMessage> {
  const { network, history: chats, historyOnHost } = account.phone;
  const phoneNumberToLidMappings = mappings(account, chats);
  let chunkOrder = 0;
  for (const chunk of chunksOf(account.phone, wantsAll)) {
    const encoded = proto.HistorySync.encode({
      ...chunk,
      phoneNumberToLidMappings,
      chunkOrder: ++chunkOrder,
    });
    const { syncType, progress } = chunk;
    const content = deflateSync(encoded.finish());
    const isInline = !historyOnHost || syncType === INITIAL_BOOTSTRAP;
    const where = isInline
      ? { initialHistBootstrapInlinePayload: content }
      : await uploadMedia(network.media, 'md-msg-hist', content);
    const historySyncNotification = { syncType, chunkOrder, progress, ...where };
    yield { type: HISTORY_SYNC_NOTIFICATION, historySyncNotification };
  }
}

function* chunksOf(phone: Phone, wantsAll: boolean): Generator<Chunk> {
  const { history: chats } = phone;
  const first = chats.map((chat) => ({ chat, from: chat.recent, start: 0, end: 1 }));
  yield { syncType: INITIAL_BOOTSTRAP, progress: 100, conversations: conversations(phone, first) };
  yield { syncType: PUSH_NAME, progress: 100, pushnames: pushNames(chats) };
  yield* inParts(phone, RECENT, deal(chats, 'recent', 1));
  yield* inParts(phone, FULL, wantsAll ? deal(chats, 'old', 0) : []);
}

/** The progress of the last part is 100, which tells clients that this is all. */
function* inParts(
  phone: Phone,
  syncType: proto.HistorySync.HistorySyncType,
  parts: Slice[][],
): Generator<Chunk> {
  for (const [index, slices] of parts.entries()) {
    const progress = Math.floor((100 * (index + 1)) / parts.length);
    yield { syncType, progress, conversations: conversations(phone, slices) };
  }
}
