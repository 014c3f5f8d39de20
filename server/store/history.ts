import type { Insertable, Selectable } from 'kysely';
import { newRowId } from './ids.ts';
import type { Db } from './schema.ts';
import type { HistoryPartTable } from './tables/history.ts';

type Row = Selectable<HistoryPartTable>;

/** A part that is to be recorded, or the rest of it: its first `steps` transactions are done. */
export type HistoryPart = Pick<Row, 'id' | 'is_latest' | 'steps'> & { notification: Uint8Array };

/** How many messages, chats and contacts were new. */
export type HistoryCounts = Pick<Row, 'message_count' | 'chat_count' | 'contact_count'>;

type NewHistoryPart = Pick<Insertable<HistoryPartTable>, 'instance_id' | 'message_id' | 'is_latest'> & {
  notification: Uint8Array;
};

/** Keeps a part to record it later; once, however often it is told. */
export async function insertHistoryPart(db: Db, part: NewHistoryPart): Promise<void> {
  await db
    .insertInto('history_part')
    .values({ ...part, id: newRowId(), created_at: Date.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets the parts of an instance: all, or those only that are recorded. */
export async function deleteHistory(db: Db, instanceId: string, which: 'all' | 'recorded'): Promise<void> {
  await db
    .deleteFrom('history_part')
    .where('instance_id', '=', instanceId)
    .$if(which === 'recorded', (query) => query.where('notification', 'is', null))
    .execute();
}

/** The oldest part of an instance that is not recorded yet. */
export async function nextHistoryPart(db: Db, instanceId: string): Promise<HistoryPart | undefined> {
  const row = await db
    .selectFrom('history_part')
    .select(['id', 'is_latest', 'steps', 'notification'])
    .where('instance_id', '=', instanceId)
    .where('notification', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.notification ? { ...row, notification: row.notification } : undefined;
}

/** Whether parts of a history have come since the link, and the history is not complete. */
export async function hasHistory(db: Db, instanceId: string): Promise<boolean> {
  const query = db.selectFrom('history_part').select('id').where('instance_id', '=', instanceId).limit(1);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Notes that a transaction of a part is done, and what was new in it. */
export async function advanceHistoryPart(db: Db, id: string, counts: HistoryCounts): Promise<void> {
  await db
    .updateTable('history_part')
    .where('id', '=', id)
    .set((eb) => ({
      steps: eb('steps', '+', 1),
      message_count: eb('message_count', '+', counts.message_count),
      chat_count: eb('chat_count', '+', counts.chat_count),
      contact_count: eb('contact_count', '+', counts.contact_count),
    }))
    .execute();
}

/** Notes that all of a part is recorded. What it held goes; what was counted stays. */
export async function finishHistoryPart(db: Db, id: string): Promise<void> {
  await db.updateTable('history_part').where('id', '=', id).set({ notification: null }).execute();
}

/** What was new in all parts recorded so far. */
export async function countHistory(db: Db, instanceId: string): Promise<HistoryCounts> {
  const sums = await db
    .selectFrom('history_part')
    .select(({ fn }) => [
      fn.sum<number | null>('message_count').as('message_count'),
      fn.sum<number | null>('chat_count').as('chat_count'),
      fn.sum<number | null>('contact_count').as('contact_count'),
    ])
    .where('instance_id', '=', instanceId)
    .executeTakeFirst();
  const { message_count, chat_count, contact_count } = sums ?? {};
  return {
    message_count: Number(message_count ?? 0),
    chat_count: Number(chat_count ?? 0),
    contact_count: Number(contact_count ?? 0),
  };
}
