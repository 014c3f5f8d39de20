import { addStep, type MessageStatus } from './message-status.ts';
import type { Db, MessageRecord } from './schema.ts';

/** How far a message has come with one of those who got it. */
export type Progress = Extract<MessageStatus, 'DELIVERY_ACK' | 'READ'>;

/** Who has read a message has it. */
const AT_LEAST: Record<Progress, Progress[]> = { DELIVERY_ACK: ['DELIVERY_ACK', 'READ'], READ: ['READ'] };

/** Keeps how far the message has come with somebody; false if it was known to have come as far. */
export async function addReceipt(
  tx: Db,
  message: MessageRecord,
  participant: string,
  status: Progress,
): Promise<boolean> {
  const known = await receiptsOf(tx, message.id, status)
    .select('id')
    .where('participant', '=', participant)
    .executeTakeFirst();
  if (known) return false;
  await addStep(tx, message, { status, participant });
  return true;
}

/** With how many the message has come at least so far. */
export async function countReceipts(tx: Db, messageId: string, status: Progress): Promise<number> {
  const { people } = await receiptsOf(tx, messageId, status)
    .select((eb) => eb.fn.count('participant').distinct().as('people'))
    .executeTakeFirstOrThrow();
  return Number(people);
}

function receiptsOf(tx: Db, messageId: string, status: Progress) {
  return tx
    .selectFrom('message_update')
    .where('message_id', '=', messageId)
    .where('participant', 'is not', null)
    .where('status', 'in', AT_LEAST[status]);
}
