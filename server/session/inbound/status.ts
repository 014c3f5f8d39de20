import type { NewEvent } from '../../events/types.ts';
import { readChat } from '../../store/chat-unread.ts';
import { type MessageStatus, setMessageStatus } from '../../store/message-status.ts';
import type { MessageKey } from '../../store/messages.ts';
import { failureReason } from '../translate/failure.ts';
import { statusName } from '../translate/status.ts';
import { toUpdateData } from '../translate/update.ts';
import { chatData } from './chats.ts';
import { type Handle, isIgnored, isOwn, type Scene } from './scene.ts';

/** Receipts in chats of two, and refusals. Edits and deletions come as messages, and are recorded there. */
export const onUpdates: Handle<'messages.update'> = async (scene, updates) => {
  const events: NewEvent[] = [];
  for (const { key, update } of updates) {
    const status = statusName(update.status);
    if (!status || !key.id || isIgnored(scene, key.remoteJid ?? '')) continue;
    const reason = status === 'ERROR' ? failureReason(update.messageStubParameters) : undefined;
    const found = { id: key.id, fromMe: key.fromMe ?? undefined };
    events.push(...(await recordStatus(scene, found, status, reason)));
  }
  return events;
};

/**
 * Receipts in groups and of status updates. The first to receive or read a message moves it. What own devices
 * say of own messages tells nothing of the others; of others' messages it tells that they were read here.
 */
export const onReceipts: Handle<'message-receipt.update'> = async (scene, receipts) => {
  const events: NewEvent[] = [];
  for (const { key, receipt } of receipts) {
    if (!key.id || isIgnored(scene, key.remoteJid ?? '')) continue;
    const fromMe = !isOwn(scene, receipt.userJid ?? '');
    const status = receipt.readTimestamp ? 'READ' : 'DELIVERY_ACK';
    if (fromMe || status === 'READ')
      events.push(...(await recordStatus(scene, { id: key.id, fromMe }, status)));
  }
  return events;
};

/** Moves a message on, and tells so. A message of others that was read makes its chat read up to there. */
export async function recordStatus(
  scene: Scene,
  key: MessageKey,
  status: MessageStatus,
  reason?: string,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const message = await setMessageStatus(tx, instanceId, key, status, reason);
  if (!message) return [];
  const events: NewEvent[] = [{ type: 'messages.update', data: toUpdateData(message, { reason }) }];
  const isRead = message.from_me === 0 && (status === 'READ' || status === 'PLAYED');
  const chat = isRead ? await readChat(tx, message) : undefined;
  if (chat) events.push({ type: 'chats.upsert', data: [chatData(chat)] });
  return events;
}

/** A message that could not be sent, with the reason. Gives the events that tell of it. */
export async function recordFailure(
  scene: Pick<Scene, 'tx' | 'instanceId'>,
  id: string,
  reason: string,
): Promise<NewEvent[]> {
  const key = { id, fromMe: true };
  const failed = await setMessageStatus(scene.tx, scene.instanceId, key, 'ERROR', reason);
  return failed ? [{ type: 'messages.update', data: toUpdateData(failed, { reason }) }] : [];
}
