import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import { decodeMessage, MESSAGE_COLUMNS, type MessageKey, messagesByKey } from './messages.ts';
import type { Db, MessageRecord } from './schema.ts';

/** The states of wire-contract 6.3 and those each is reached from: a message only moves forward. */
const PREDECESSORS = {
  ERROR: ['PENDING', 'SERVER_ACK'],
  PENDING: [],
  SERVER_ACK: ['ERROR', 'PENDING'],
  DELIVERY_ACK: ['ERROR', 'PENDING', 'SERVER_ACK'],
  READ: ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK'],
  PLAYED: ['ERROR', 'PENDING', 'SERVER_ACK', 'DELIVERY_ACK', 'READ'],
};

export type MessageStatus = keyof typeof PREDECESSORS;

/** Moves the message forward and keeps the step in its history. Gives the message if it moved. */
export function setMessageStatus(
  db: Db,
  instanceId: string,
  key: MessageKey,
  status: MessageStatus,
): Promise<MessageRecord | undefined> {
  return transaction(db, async (tx) => {
    const moved = await tx
      .updateTable('message')
      .set({ status })
      .where('id', '=', messagesByKey(tx, instanceId, key).select('message.id'))
      .where('status', 'in', PREDECESSORS[status])
      .returning(MESSAGE_COLUMNS)
      .executeTakeFirst();
    if (!moved) return undefined;
    await tx
      .insertInto('message_update')
      .values({
        id: newRowId(),
        instance_id: instanceId,
        message_id: moved.id,
        status,
        created_at: Date.now(),
      })
      .execute();
    return decodeMessage(moved);
  });
}
