import { getContentType, normalizeMessageContent, type proto, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { findChat, upsertChat } from '../../store/chats.ts';
import { isLid, isUser } from '../translate/jid.ts';
import { newChat } from './chats.ts';
import type { Scene } from './scene.ts';

/** Somebody has set after how many seconds messages of a chat disappear. A group tells of its own by itself. */
export async function recordTimer(
  { tx, instanceId }: Scene,
  remote_jid: string,
  seconds: number,
): Promise<NewEvent[]> {
  if (!isUser(remote_jid) && !isLid(remote_jid)) return [];
  return newChat(await upsertChat(tx, instanceId, { remote_jid, disappears_after: seconds }));
}

/** A message that will disappear tells that those of its chat do: who set it may have done so long ago. */
export async function noteTimer(scene: Scene, remoteJid: string, message: WAMessage): Promise<void> {
  const seconds = expirationOf(message);
  if (seconds === 0) return;
  const chat = await findChat(scene.tx, scene.instanceId, [remoteJid]);
  if (chat && chat.disappears_after !== seconds) await recordTimer(scene, remoteJid, seconds);
}

function expirationOf({ message }: WAMessage): number {
  const content = normalizeMessageContent(message);
  const type = getContentType(content);
  const inner = type && content?.[type];
  if (!inner || typeof inner !== 'object' || !('contextInfo' in inner)) return 0;
  return (inner.contextInfo as proto.IContextInfo | null | undefined)?.expiration ?? 0;
}
