import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import { decodeMessage, findMessageByKey, MESSAGE_COLUMNS, type MessageKey } from './messages.ts';
import { columns, prepared } from './prepared.ts';
import type { Db, MessageRecord, NewMessage } from './schema.ts';
import type { MessageUpdateTable } from './tables/message.ts';

/** The states of wire-contract 6.3 and those each is reached from: a message only moves forward. */
const PREDECESSORS: Record<MessageStatus, string[]> = {
  ERROR: ['PENDING', 'SERVER_ACK'],
  PENDING: [],
  SERVER_ACK: ['ERROR', 'PENDING'],
  DELIVERY_ACK: ['ERROR', 'PENDING', 'SERVER_ACK'],
  READ: ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK'],
  PLAYED: ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ'],
  DELETED: ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ', 'PLAYED'],
};

export type MessageStatus =
  | 'ERROR'
  | 'PENDING'
  | 'SERVER_ACK'
  | 'DELIVERY_ACK'
  | 'READ'
  | 'PLAYED'
  | 'DELETED';

/**
 * A status update goes to many at a time: some may have received it before it fails for others. Then it has failed,
 * whatever the first still say of it.
 */
const OF_UPDATES: typeof PREDECESSORS = {
  ERROR: ['PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ', 'PLAYED'],
  PENDING: [],
  SERVER_ACK: ['PENDING'],
  DELIVERY_ACK: ['PENDING', 'SERVER_ACK'],
  READ: ['PENDING', 'SERVER_ACK', 'DELIVERY_ACK'],
  PLAYED: ['PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ'],
  DELETED: PREDECESSORS.DELETED,
};

/**
 * Moves the message forward and keeps the step in its history. Gives the message if it moved.
 *
 * @param reason why it is ERROR
 */
export function setMessageStatus(
  db: Db,
  instanceId: string,
  key: MessageKey,
  status: MessageStatus,
  reason?: string,
): Promise<MessageRecord | undefined> {
  return transaction(db, async (tx) => {
    const message = await findMessageByKey(tx, instanceId, key);
    if (!message || !isBefore(message, status)) return undefined;
    await writeStatus(tx, { id: message.id, status });
    await addStep(tx, message, { status, reason });
    return { ...message, status };
  });
}

function isBefore({ remote_jid, status }: MessageRecord, next: MessageStatus): boolean {
  const predecessors = remote_jid === 'status@broadcast' ? OF_UPDATES[next] : PREDECESSORS[next];
  return predecessors.includes(status);
}

const writeStatus = prepared<Pick<MessageRecord, 'id' | 'status'>, unknown>((db, value) =>
  db
    .updateTable('message')
    .set({ status: value('status') })
    .where('id', '=', value('id')),
);

/** A new content of a message. */
export interface Edit extends Pick<NewMessage, 'message' | 'context_info' | 'proto'> {
  /** Milliseconds: when its author changed it. */
  edited_at: number;
}

/** Puts the new content in the place of the old, unless that is newer; gives the message if it changed. */
export function editMessage(db: Db, id: string, edit: Edit): Promise<MessageRecord | undefined> {
  const { message, context_info, proto, edited_at } = edit;
  const contextInfo = context_info && JSON.stringify(context_info);
  return transaction(db, async (tx) => {
    const edited = await tx
      .updateTable('message')
      .set({ message: JSON.stringify(message), context_info: contextInfo, proto, edited_at })
      .where('id', '=', id)
      .where('status', '<>', 'DELETED')
      .where((eb) => eb.or([eb('edited_at', 'is', null), eb('edited_at', '<', edited_at)]))
      .returning(MESSAGE_COLUMNS)
      .executeTakeFirst();
    if (!edited) return undefined;
    await addStep(tx, edited, { status: 'EDITED' });
    return decodeMessage(edited);
  });
}

/** Something that a message went through. */
export interface Step {
  status: string;
  reason?: string | undefined;
  /** Whose step it is, if it is not the message's own. */
  participant?: string | undefined;
}

/** Adds to the history of the message. */
export async function addStep(
  tx: Db,
  { id, instance_id }: Pick<MessageRecord, 'id' | 'instance_id'>,
  { status, reason, participant }: Step,
): Promise<void> {
  await insertStep(tx, {
    ...{ id: newRowId(), instance_id, message_id: id },
    ...{ status, created_at: Date.now() },
    ...{ reason: reason ?? null, participant: participant ?? null },
  });
}

const insertStep = prepared<MessageUpdateTable, unknown>((db, value) =>
  db
    .insertInto('message_update')
    .values(
      columns(value, ['id', 'instance_id', 'message_id', 'status', 'created_at', 'reason', 'participant']),
    ),
);
