import { preparedByShape } from './prepared.ts';
import type { Db } from './schema.ts';

export type Counter = 'message_count' | 'chat_count' | 'contact_count';

/** Keeps how many rows an instance has: counting them would read them all. */
export async function count(tx: Db, instanceId: string, counter: Counter, change: number): Promise<void> {
  if (change === 0) return;
  await add(tx, counter, { instanceId, change });
}

const add = preparedByShape<Counter, { instanceId: string; change: number }, unknown>((db, value, counter) =>
  db
    .updateTable('instance')
    .set((eb) => ({ [counter]: eb(counter, '+', value('change')) }))
    .where('id', '=', value('instanceId')),
);
