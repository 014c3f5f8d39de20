import type { Chat, ChatLastMessage, StoredChat } from '../../generated/index.ts';
import { toRecord } from '../../session/translate/message.ts';
import type { FoundChat } from '../../store/chat-search.ts';
import type { MessageRecord } from '../../store/schema.ts';
import { iso } from '../iso.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What it takes to fetch the media of a message, and previews: much, for a list of chats. */
const MEDIA_KEYS = [
  ...['mediaKey', 'mediaKeyTimestamp', 'fileSha256', 'fileEncSha256', 'directPath', 'url'],
  ...['jpegThumbnail', 'thumbnailDirectPath', 'thumbnailSha256', 'thumbnailEncSha256'],
  ...['streamingSidecar', 'scansSidecar', 'midQualityFileSha256', 'waveform'],
];

/** A chat as `findChats` lists it (wire-contract 7). */
export function toChat(chat: FoundChat): Chat {
  const { contact, lastMessage } = chat;
  const name = nameOf(chat);
  return {
    id: chat.id,
    remoteJid: chat.remote_jid,
    pushName: contact?.push_name ?? name ?? null,
    ...(name && { name }),
    profilePicUrl: contact?.profile_pic_url ?? null,
    labels: chat.labels,
    createdAt: iso(chat.created_at),
    updatedAt: iso(chat.active_at * 1_000 || chat.updated_at),
    ...windowOf(chat.last_received_at),
    lastMessage: lastMessage ? toLastMessage(lastMessage) : null,
    unreadCount: chat.unread_count,
    isSaved: contact?.is_saved === 1,
    archived: chat.archived === 1,
    pinned: chat.pinned === 1,
  };
}

/** A chat as `findChatByRemoteJid` shows it. */
export function toStoredChat(chat: FoundChat): StoredChat {
  return {
    id: chat.id,
    remoteJid: chat.remote_jid,
    name: nameOf(chat) ?? null,
    labels: chat.labels,
    createdAt: iso(chat.created_at),
    updatedAt: iso(chat.updated_at),
    instanceId: chat.instance_id,
    unreadMessages: chat.unread_count,
  };
}

/** As the phone calls it, else as it calls itself. */
const nameOf = ({ name, contact }: FoundChat): string | undefined =>
  name ?? contact?.name ?? contact?.push_name ?? undefined;

/** For a day after somebody wrote, a business may answer freely. @param time seconds */
function windowOf(time: number | null): Pick<Chat, 'windowStart' | 'windowExpires' | 'windowActive'> {
  if (time === null) return { windowStart: null, windowExpires: null, windowActive: false };
  const expires = time * 1_000 + DAY_MS;
  return {
    windowStart: iso(time * 1_000),
    windowExpires: iso(expires),
    windowActive: Date.now() < expires,
  };
}

function toLastMessage(row: MessageRecord): ChatLastMessage {
  const { message, ...record } = toRecord(row);
  const light = Object.entries(message).map(([kind, content]) => [kind, withoutMediaKeys(content)]);
  return { id: row.id, ...record, message: Object.fromEntries(light) };
}

function withoutMediaKeys(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content;
  return Object.fromEntries(Object.entries(content).filter(([name]) => !MEDIA_KEYS.includes(name)));
}
