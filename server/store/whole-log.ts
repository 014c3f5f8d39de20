import { isEventId } from './event-ids.ts';
import type { LogPage, LogPlace } from './event-log.ts';
import { decodeEvent } from './events.ts';
import type { Db } from './schema.ts';

/**
 * Where an event is among those of all instances, which are in the order of their ids.
 *
 * @returns undefined if there never was such an event
 */
export async function placeInWholeLog(db: Db, id: string): Promise<LogPlace | undefined> {
  if (!isEventId(id)) return undefined;
  const event = await db.selectFrom('event').select('seq').where('id', '=', id).executeTakeFirst();
  if (event) return { id, seq: event.seq };
  const newest = await db.selectFrom('event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return newest && id < newest.id ? { id, seq: 0 } : undefined;
}

/** What is behind the place in the log of all instances. */
export async function readWholeLog(db: Db, place: LogPlace, limit: number): Promise<LogPage> {
  const rows = await wholeLogQuery(db, place.id ?? '', limit).execute();
  const isPruned = place.id !== null && place.seq === 0;
  const last = rows.at(-1);
  return {
    events: rows.map(decodeEvent),
    next: last ? { id: last.id, seq: last.seq } : place,
    hasMore: rows.length === limit,
    gap: isPruned ? { after: place.id, oldest: rows[0]?.id ?? null } : undefined,
  };
}

export function wholeLogQuery(db: Db, afterId: string, limit: number) {
  return db.selectFrom('event').selectAll().where('id', '>', afterId).orderBy('id').limit(limit);
}
