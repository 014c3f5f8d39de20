import { getDevice, proto, toNumber, type WAMessage } from '@whiskeysockets/baileys';
import type { MessageKey, MessageRecord, MessageSource, MessageStatus } from '../../generated/index.ts';
import type { NewMessage, MessageRecord as StoredMessage } from '../../store/schema.ts';
import { toContent } from './content.ts';
import { toKey } from './key.ts';

/** What the contract does not show of a message, or shows otherwise for a received one than for a sent one. */
export interface MessageOrigin {
  instanceId: string;
  status: MessageStatus;
  pushName: string | null;
}

/** Baileys' message as the row to store. The message must have a content. */
export function toNewMessage(message: WAMessage, origin: MessageOrigin): NewMessage {
  const key = toKey(message.key);
  const { messageType, message: content, contextInfo } = toContent(message.message ?? {});
  return {
    instance_id: origin.instanceId,
    key_id: key.id,
    from_me: key.fromMe ? 1 : 0,
    remote_jid: key.remoteJid,
    remote_jid_alt: key.remoteJidAlt ?? null,
    participant: key.participant ?? null,
    participant_alt: key.participantAlt ?? null,
    addressing_mode: key.addressingMode ?? null,
    push_name: origin.pushName,
    status: origin.status,
    message_type: messageType,
    message: content,
    context_info: contextInfo,
    message_timestamp: toNumber(message.messageTimestamp),
    source: getDevice(key.id),
    proto: proto.Message.encode(proto.Message.fromObject(message.message ?? {})).finish(),
  };
}

/** A row, stored or about to be, as the spec's message record. */
export function toRecord(
  row: Omit<StoredMessage, 'id' | 'created_at' | 'edited_at' | 'recipients'> | NewMessage,
): MessageRecord {
  return {
    key: { ...rowKey(row), ...(row.status === 'DELETED' && { deleted: true }) },
    pushName: row.push_name ?? null,
    status: row.status as MessageStatus,
    message: row.message,
    contextInfo: row.context_info ?? null,
    messageType: row.message_type,
    messageTimestamp: row.message_timestamp,
    instanceId: row.instance_id,
    source: row.source as MessageSource,
  };
}

type KeyColumns =
  | 'key_id'
  | 'from_me'
  | 'remote_jid'
  | 'remote_jid_alt'
  | 'participant'
  | 'participant_alt'
  | 'addressing_mode';

function rowKey(row: Pick<NewMessage, KeyColumns>): MessageKey {
  return toKey({
    id: row.key_id,
    fromMe: row.from_me === 1,
    remoteJid: row.remote_jid,
    ...(row.remote_jid_alt && { remoteJidAlt: row.remote_jid_alt }),
    ...(row.participant && { participant: row.participant }),
    ...(row.participant_alt && { participantAlt: row.participant_alt }),
    ...(row.addressing_mode && { addressingMode: row.addressing_mode }),
  });
}
