import { type Chat, toNumber } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { findChat, upsertChat } from '../../store/chats.ts';
import type { JsonObject } from '../../store/schema.ts';
import { shownJids } from '../identity.ts';
import { flag } from './chats.ts';
import { ifAny, isIgnored, type Scene } from './scene.ts';

/**
 * Chats of the past.
 *
 * @param known JIDs of those of which this history has told before: its later parts repeat what was so when it
 *   began, and what has been done to a chat since holds. Those told now are added.
 */
export async function recordPastChats(
  scene: Scene,
  chats: Chat[],
  extra: JsonObject,
  known: Set<string>,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const shown = await shownJids(
    tx,
    instanceId,
    chats.map(({ id }) => id ?? ''),
  );
  const isWanted = ({ id }: Chat) =>
    id && id !== 'status@broadcast' && !isIgnored(scene, id) && !known.has(shown(id));
  const data = [];
  for (const past of chats.filter(isWanted)) {
    const { id, name, displayName, archived, pinned } = past;
    const remote_jid = shown(id ?? '');
    const active_at = past.conversationTimestamp ? toNumber(past.conversationTimestamp) : undefined;
    const { chat } = await upsertChat(tx, instanceId, {
      ...{ remote_jid, active_at, name: name || displayName || undefined },
      unread_count: await unreadOf(scene, remote_jid, past),
      archived: archived == null ? undefined : flag(archived),
      pinned: pinned == null ? undefined : flag(pinned),
      disappears_after: past.ephemeralExpiration ?? undefined,
    });
    known.add(remote_jid);
    data.push({ remoteJid: chat.remote_jid, instanceId, name: chat.name });
  }
  return ifAny(data, (chats) => ({ type: 'chats.set', data: chats, extra }));
}

/** The unread messages of the past, and those that have come since: these are counted when they come. */
async function unreadOf(
  { tx, instanceId }: Scene,
  jid: string,
  { unreadCount, markedAsUnread, conversationTimestamp }: Chat,
): Promise<number | undefined> {
  if (unreadCount == null) return undefined;
  const chat = await findChat(tx, instanceId, [jid]);
  const isOlder = chat && chat.active_at > toNumber(conversationTimestamp);
  return Math.max(unreadCount, markedAsUnread ? 1 : 0) + (isOlder ? chat.unread_count : 0);
}
