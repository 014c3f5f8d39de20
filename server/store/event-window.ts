import type { Db, EventRecord } from './schema.ts';

/** Events of one instance by their numbers, both ends included; empty if `first` is greater than `last`. */
export interface Window {
  first: number;
  last: number;
}

type Place = Pick<EventRecord, 'id' | 'seq' | 'created_at'>;

/** Where the events that are kept of an instance begin and end; undefined if there are none. */
export async function keptEvents(
  db: Db,
  instanceId: string,
): Promise<{ oldest: Place; newest: Place } | undefined> {
  const oldest = await placeQuery(db, instanceId).orderBy('seq').executeTakeFirst();
  const newest = await placeQuery(db, instanceId).orderBy('seq', 'desc').executeTakeFirst();
  return oldest && newest && { oldest, newest };
}

/** The number of an event of the instance, by its id; undefined if there is no such event. */
export async function seqOfEvent(db: Db, instanceId: string, id: string): Promise<number | undefined> {
  return (await seqQuery(db, instanceId, id).executeTakeFirst())?.seq;
}

export function seqQuery(db: Db, instanceId: string, id: string) {
  return db.selectFrom('event').select('seq').where('id', '=', id).where('instance_id', '=', instanceId);
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
  return placeQuery(db, instanceId).where('seq', '>=', seq).orderBy('seq');
}

export function placeQuery(db: Db, instanceId: string) {
  return db
    .selectFrom('event')
    .select(['id', 'seq', 'created_at'])
    .where('instance_id', '=', instanceId)
    .limit(1);
}
