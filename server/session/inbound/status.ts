import type { NewEvent } from '../../events/types.ts';
import { readChat } from '../../store/chat-unread.ts';
import { type MessageStatus, setMessageStatus } from '../../store/message-status.ts';
import { findMessageByKey, type MessageKey } from '../../store/messages.ts';
import { acknowledgeOutboxRow } from '../../store/outbox.ts';
import type { MessageRecord } from '../../store/schema.ts';
import { failureReason } from '../translate/failure.ts';
import { statusName } from '../translate/status.ts';
import { toUpdateData } from '../translate/update.ts';
import { chatData } from './chats.ts';
import { type Handle, isIgnored, type Scene } from './scene.ts';

/** Receipts in chats of two, and refusals. Edits and deletions come as messages, and are recorded there. */
export const onUpdates: Handle<'messages.update'> = async (scene, updates) => {
  const events: NewEvent[] = [];
  for (const { key, update } of updates) {
    const status = statusName(update.status);
    if (!status || !key.id) continue;
    if (key.fromMe) await acknowledgeOutboxRow(scene.tx, scene.instanceId, key.id);
    if (isIgnored(scene, key.remoteJid ?? '')) continue;
    const reason = status === 'ERROR' ? failureReason(update.messageStubParameters) : undefined;
    const found = { id: key.id, fromMe: key.fromMe ?? undefined };
    events.push(...(await recordStatus(scene, found, status, reason)));
  }
  return events;
};

/**
 * Moves a message on, and tells so. A message of others that was read makes its chat read up to there, also if
 * it had been read before: its user may have marked the chat as unread since.
 */
export async function recordStatus(
  scene: Scene,
  key: MessageKey,
  status: MessageStatus,
  reason?: string,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const moved = await setMessageStatus(tx, instanceId, key, status, reason);
  const events: NewEvent[] = [];
  if (moved) events.push({ type: 'messages.update', data: toUpdateData(moved, { reason }) });
  const isRead = key.fromMe !== true && (status === 'READ' || status === 'PLAYED');
  const read = isRead ? (moved ?? (await findMessageByKey(tx, instanceId, key))) : undefined;
  return read?.from_me === 0 ? [...events, ...(await recordChatRead(scene, read))] : events;
}

async function recordChatRead({ tx }: Scene, message: MessageRecord): Promise<NewEvent[]> {
  const chat = await readChat(tx, message);
  return chat ? [{ type: 'chats.upsert', data: [chatData(chat)] }] : [];
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
