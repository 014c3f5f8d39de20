import { toNumber } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import type { ChatData } from '../../generated/index.ts';
import { deleteChat, updateChat, upsertChat, type WrittenChat } from '../../store/chats.ts';
import type { ChatRow, Flag } from '../../store/schema.ts';
import { shownJids } from '../identity.ts';
import { type Handle, ifAny, isIgnored } from './scene.ts';

export const chatData = ({ remote_jid, instance_id, name, unread_count }: ChatRow): ChatData => ({
  remoteJid: remote_jid,
  instanceId: instance_id,
  name,
  unreadMessages: unread_count,
});

/** Baileys has the time at which a chat was pinned; null if it is so no more. */
export const flag = (value: boolean | number | null | undefined): Flag => (value ? 1 : 0);

/** The event of a chat that was not there before. */
export function newChat(written: WrittenChat | undefined): NewEvent[] {
  return written?.isNew ? [{ type: 'chats.upsert', data: [chatData(written.chat)] }] : [];
}

/** Chats that came to be without a message, such as a group. */
export const onChats: Handle<'chats.upsert'> = async (scene, chats) => {
  const wanted = chats.filter(({ id }) => id && !isIgnored(scene, id));
  const shown = await shownJids(
    scene.tx,
    scene.instanceId,
    wanted.map(({ id }) => id ?? ''),
  );
  const written: ChatData[] = [];
  for (const { id, name, conversationTimestamp } of wanted) {
    const active_at = conversationTimestamp ? toNumber(conversationTimestamp) : undefined;
    const patch = { remote_jid: shown(id ?? ''), name: name ?? undefined, active_at };
    written.push(chatData((await upsertChat(scene.tx, scene.instanceId, patch)).chat));
  }
  return ifAny(written, (data) => ({ type: 'chats.upsert', data }));
};

/**
 * Changes of chats. Of the number of unread messages only "none" and "marked as unread" are taken from here:
 * messages are counted when they are recorded. Those two, and a new name, are a `chats.upsert` as well.
 */
export const onChatUpdates: Handle<'chats.update'> = async (scene, updates) => {
  const { tx, instanceId } = scene;
  const wanted = updates.filter(({ id }) => id && id !== 'status@broadcast' && !isIgnored(scene, id));
  const shown = await shownJids(
    tx,
    instanceId,
    wanted.map(({ id }) => id ?? ''),
  );
  const changed: ChatData[] = [];
  for (const { id, name, archived, pinned, unreadCount } of wanted) {
    const patch = {
      ...(name && { name }),
      ...(archived != null && { archived: flag(archived) }),
      ...(pinned !== undefined && { pinned: flag(pinned) }),
      ...(unreadCount != null && unreadCount <= 0 && { unread_count: unreadCount < 0 ? 1 : 0 }),
    };
    if (Object.keys(patch).length === 0) continue;
    const chat = await updateChat(tx, instanceId, { remote_jid: shown(id ?? ''), ...patch });
    if (chat && ('name' in patch || 'unread_count' in patch)) changed.push(chatData(chat));
  }
  const all = wanted.map(({ id }) => ({ remoteJid: shown(id ?? ''), instanceId }));
  return [
    ...ifAny(all, (data) => ({ type: 'chats.update', data })),
    ...ifAny(changed, (data) => ({ type: 'chats.upsert', data })),
  ];
};

export const onChatDeletes: Handle<'chats.delete'> = async (scene, ids) => {
  const { tx, instanceId } = scene;
  const shown = await shownJids(tx, instanceId, ids);
  const jids = ids.filter((id) => !isIgnored(scene, id)).map(shown);
  for (const jid of jids) await deleteChat(tx, instanceId, jid);
  return ifAny(jids, (data) => ({ type: 'chats.delete', data }));
};
