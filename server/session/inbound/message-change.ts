import { proto, toNumber, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import type { MessageDeleteData, MessageEditData } from '../../generated/index.ts';
import { insertMessage } from '../../store/message-insert.ts';
import { editMessage, setMessageStatus } from '../../store/message-status.ts';
import { findMessageByKey, findMessageProto } from '../../store/messages.ts';
import type { MessageRecord, NewMessage } from '../../store/schema.ts';
import { identified } from '../identity.ts';
import { toContent } from '../translate/content.ts';
import { applyEdit } from '../translate/edit.ts';
import { isGroup } from '../translate/jid.ts';
import { toNewMessage } from '../translate/message.ts';
import { toDeleteData, toEditData } from '../translate/update.ts';
import type { Scene } from './scene.ts';

type Protocol = proto.Message.IProtocolMessage;
type Place = Pick<Scene, 'tx' | 'instanceId'>;

const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type;

/** A message that changes another one: takes it back, or corrects it. The protocol's others say nothing. */
export async function recordChange(
  scene: Scene,
  message: WAMessage,
  protocol: Protocol,
): Promise<NewEvent[]> {
  const id = protocol.key?.id;
  if (!id || (protocol.type !== REVOKE && protocol.type !== MESSAGE_EDIT)) return [];
  const change = await changeRow(scene, message, id);
  const target = await findMessageByKey(scene.tx, scene.instanceId, { id, remoteJid: change.remote_jid });
  if (protocol.type === REVOKE) return target ? recordRevoke(scene, target, change) : [];
  if (!protocol.editedMessage) return [];
  const timestampMs = toNumber(protocol.timestampMs) || change.message_timestamp * 1_000;
  const edited = target ?? (await insertUnseen(scene, change, protocol.editedMessage));
  if (!edited || !isSameAuthor(edited, change)) return [];
  const event = await recordEdit(scene, edited, protocol.editedMessage, timestampMs);
  return event ? [{ type: 'messages.edited', data: event }] : [];
}

/**
 * Puts the new content in the place of the message's old one. Gives the `data` of the event that tells of it;
 * undefined if a newer content is there already.
 *
 * @param timestampMs when its author changed it
 */
export async function recordEdit(
  { tx, instanceId }: Place,
  { id, key_id, remote_jid }: MessageRecord,
  content: proto.IMessage,
  timestampMs: number,
): Promise<MessageEditData | undefined> {
  const bytes = await findMessageProto(tx, instanceId, { id: key_id, remoteJid: remote_jid });
  const whole = bytes ? applyEdit(proto.Message.decode(bytes), content) : content;
  const { message, contextInfo } = toContent(whole);
  const edited = await editMessage(tx, id, {
    ...{ message, context_info: contextInfo, edited_at: timestampMs },
    proto: proto.Message.encode(proto.Message.fromObject(whole)).finish(),
  });
  return edited && toEditData(edited, toContent(content).message, timestampMs);
}

/** In a group an admin may take back what others wrote. */
async function recordRevoke(scene: Scene, target: MessageRecord, change: NewMessage): Promise<NewEvent[]> {
  if (!isSameAuthor(target, change) && !isGroup(target.remote_jid)) return [];
  const data = await recordDeletion(scene, target);
  return data ? [{ type: 'messages.delete', data }] : [];
}

/**
 * Marks the message as taken back; what it said stays in its row. Gives the `data` of the event that tells of
 * it; undefined if it was taken back already.
 */
export async function recordDeletion(
  { tx, instanceId }: Place,
  { key_id: id, remote_jid: remoteJid, from_me }: MessageRecord,
): Promise<MessageDeleteData | undefined> {
  const key = { id, remoteJid, fromMe: from_me === 1 };
  const deleted = await setMessageStatus(tx, instanceId, key, 'DELETED');
  return deleted && toDeleteData(deleted);
}

/** WhatsApp cannot see which message an edit is about: that its author is the same is checked here. */
function isSameAuthor(target: MessageRecord, change: NewMessage): boolean {
  if (target.from_me !== change.from_me) return false;
  return target.from_me === 1 || !target.participant || target.participant === change.participant;
}

/** Of a message from before this device was linked, its edit is all there is. */
async function insertUnseen(
  { tx, instanceId }: Scene,
  change: NewMessage,
  content: proto.IMessage,
): Promise<MessageRecord | undefined> {
  const { messageType, message, contextInfo } = toContent(content);
  await insertMessage(tx, {
    ...change,
    ...{ message, message_type: messageType, context_info: contextInfo },
    proto: proto.Message.encode(proto.Message.fromObject(content)).finish(),
  });
  return findMessageByKey(tx, instanceId, { id: change.key_id, remoteJid: change.remote_jid });
}

/** The message that changes another, as if it were that one: its chat, its author, its time. */
async function changeRow({ tx, instanceId, me }: Scene, message: WAMessage, id: string): Promise<NewMessage> {
  const own = message.key.fromMe ?? false;
  const row = toNewMessage({ ...message, key: { ...message.key, id } } as WAMessage, {
    instanceId,
    status: own ? 'SERVER_ACK' : 'DELIVERY_ACK',
    pushName: (own ? me?.name : message.pushName) ?? null,
  });
  const [known = row] = await identified(tx, instanceId, [row]);
  return known;
}
