import type { Db } from './schema.ts';

export type Counter = 'message_count' | 'chat_count' | 'contact_count';

/** Keeps how many rows an instance has: counting them would read them all. */
export async function count(tx: Db, instanceId: string, counter: Counter, change: number): Promise<void> {
  if (change === 0) return;
  await tx
    .updateTable('instance')
    .set((eb) => ({ [counter]: eb(counter, '+', change) }))
    .where('id', '=', instanceId)
    .execute();
}
