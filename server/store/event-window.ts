import type { Db } from './schema.ts';

/** Events of one instance by their numbers, both ends included; empty if `first` is greater than `last`. */
export interface Window {
  first: number;
  last: number;
}

/**
 * The number of the first event within the window that happened at `at` (ms since the epoch) or later, or the
 * one after the window. An index by time would cost every event; halving the window costs 20 look-ups for a
 * million.
 */
export async function firstSeqAt(db: Db, instanceId: string, at: number, window: Window): Promise<number> {
  let { first: low } = window;
  let high = window.last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await eventFromQuery(db, instanceId, middle).executeTakeFirst();
    if (!event || event.created_at >= at) high = middle;
    else low = event.seq + 1;
  }
  return low;
}

/** The event of that number, or the next one that is kept. */
export function eventFromQuery(db: Db, instanceId: string, seq: number) {
  return db
    .selectFrom('event')
    .select(['seq', 'created_at'])
    .where('instance_id', '=', instanceId)
    .where('seq', '>=', seq)
    .orderBy('seq')
    .limit(1);
}
