import type {
  MessageDeleteData,
  MessageEditData,
  MessageUpdateData,
  PollUpdate,
} from '../../generated/index.ts';
import type { MessageRecord } from '../../store/schema.ts';
import { toRecord } from './message.ts';

/** What `messages.update` tells beside the message itself. */
export interface UpdateDetails {
  /** Why the message is ERROR. */
  reason?: string | undefined;
  pollUpdates?: PollUpdate[] | undefined;
  /** Whose receipt or vote it is, if it is not about the message as a whole. */
  participant?: string | undefined;
}

/** The `data` of `messages.update` (wire-contract 3.3). */
export function toUpdateData(
  message: MessageRecord,
  { reason, pollUpdates, participant }: UpdateDetails = {},
): MessageUpdateData {
  const whose = participant ?? authorOf(message);
  return {
    messageId: message.id,
    keyId: message.key_id,
    remoteJid: message.remote_jid,
    fromMe: message.from_me === 1,
    ...(whose && { participant: whose }),
    status: message.status as MessageUpdateData['status'],
    ...(reason !== undefined && { reason }),
    ...(pollUpdates && { pollUpdates }),
    instanceId: message.instance_id,
  };
}

/** Who wrote it in a group, if it is not this account. */
const authorOf = ({ from_me, participant }: MessageRecord): string | null =>
  from_me === 1 ? null : participant;

/** The `data` of `messages.delete`: the key, twice, and the content that was taken back. */
export function toDeleteData(message: MessageRecord): MessageDeleteData {
  const { key, status: _, contextInfo: __, ...record } = toRecord(message);
  return {
    id: key.id,
    fromMe: key.fromMe,
    remoteJid: key.remoteJid,
    ...(key.participant && { participant: key.participant }),
    key,
    status: 'DELETED',
    messageId: message.id,
    ...record,
  };
}

/**
 * The `data` of `messages.edited` and `send.message.update`.
 *
 * @param editedMessage the new content alone, in the spec's words
 */
export function toEditData(
  message: MessageRecord,
  editedMessage: MessageEditData['editedMessage'],
  timestampMs: number,
): MessageEditData {
  const { key, pushName } = toRecord(message);
  return { key, type: 'MESSAGE_EDIT', editedMessage, timestampMs: String(timestampMs), pushName };
}
