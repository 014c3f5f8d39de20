import { transaction } from './db.ts';
import { isEventId } from './event-ids.ts';
import { decodeEvent } from './events.ts';
import type { Db, EventRecord } from './schema.ts';

/** The most events of an instance that are looked at for one page, however few of them are wanted. */
export const MOST_LOOKED_AT = 2_000;

/** Where somebody is in the log: behind this event. Null: before the first one. */
export interface LogPlace {
  id: string | null;
  /** The event's number; 0 for an event that is not there any more. */
  seq: number;
}

export interface LogPage {
  events: EventRecord[];
  /** Behind the last event that was looked at. */
  next: LogPlace;
  /** Whether there are events behind that. */
  hasMore: boolean;
  /** Set where events behind the place were pruned. */
  gap: LogGap | undefined;
}

export interface LogGap {
  after: string | null;
  oldest: string | null;
}

export interface PageOptions {
  limit: number;
  /** Wire names; undefined for all. */
  types?: string[] | undefined;
}

/**
 * Where an event is in the log of the instance. Of one that was pruned it is known only that it was before
 * all that are kept.
 *
 * @returns undefined if the instance never had such an event
 */
export async function placeInLog(db: Db, instanceId: string, id: string): Promise<LogPlace | undefined> {
  if (!isEventId(id)) return undefined;
  const event = await eventById(db, id);
  if (event) return event.instance_id === instanceId ? { id, seq: event.seq } : undefined;
  const { oldest, lastSeq } = await edges(db, instanceId);
  const isPruned = oldest ? oldest.seq > 1 && id < (oldest.id ?? '') : lastSeq > 0;
  return isPruned ? { id, seq: 0 } : undefined;
}

/** Before the oldest event of the instance that is kept, and behind its newest. */
export async function endsOfLog(db: Db, instanceId: string): Promise<{ start: LogPlace; end: LogPlace }> {
  const { oldest, newest, lastSeq } = await edges(db, instanceId);
  const end = newest ?? { id: null, seq: lastSeq };
  return { start: oldest ? { id: null, seq: oldest.seq - 1 } : end, end };
}

/** What is behind the place in the instance's log; `isOver` if the instance is gone, so no more will come. */
export function readLog(
  db: Db,
  instanceId: string,
  place: LogPlace,
  { limit, types }: PageOptions,
): Promise<LogPage & { isOver: boolean }> {
  return transaction(db, async (tx) => {
    const { oldest, newest, lastSeq, isGone } = await edges(tx, instanceId);
    const first = oldest?.seq ?? lastSeq + 1;
    const from = Math.max(place.seq, first - 1);
    const gap = place.seq < from ? { after: place.id, oldest: oldest?.id ?? null } : undefined;
    const until = Math.min(from + MOST_LOOKED_AT, lastSeq);
    const window = { from, until, limit, types };
    const rows = types?.length === 0 ? [] : await logQuery(tx, instanceId, window).execute();
    const last = rows.length === limit ? rows.at(-1) : await placeAt(tx, instanceId, until);
    const next = last ? { id: last.id, seq: last.seq } : { id: place.id, seq: from };
    const hasMore = next.seq < (newest?.seq ?? 0);
    return { events: rows.map(decodeEvent), next, hasMore, gap, isOver: isGone && !hasMore };
  });
}

/** Of the events after number `from`, up to `until`. */
export function logQuery(
  db: Db,
  instanceId: string,
  { from, until, limit, types }: PageOptions & { from: number; until: number },
) {
  return db
    .selectFrom('event')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('seq', '>', from)
    .where('seq', '<=', until)
    .$if(types !== undefined, (query) => query.where('type', 'in', types ?? []))
    .orderBy('seq')
    .limit(limit);
}

/** The oldest (`asc`) or the newest event of the instance. */
export function edgeQuery(db: Db, instanceId: string, direction: 'asc' | 'desc') {
  return placeQuery(db, instanceId).orderBy('seq', direction).limit(1);
}

async function edges(db: Db, instanceId: string) {
  const instance = await db
    .selectFrom('instance')
    .select('event_seq')
    .where('id', '=', instanceId)
    .executeTakeFirst();
  const oldest = await edgeQuery(db, instanceId, 'asc').executeTakeFirst();
  const newest = await edgeQuery(db, instanceId, 'desc').executeTakeFirst();
  return { oldest, newest, lastSeq: newest?.seq ?? instance?.event_seq ?? 0, isGone: !instance };
}

function placeAt(db: Db, instanceId: string, seq: number) {
  return placeQuery(db, instanceId).where('seq', '=', seq).executeTakeFirst();
}

function placeQuery(db: Db, instanceId: string) {
  return db.selectFrom('event').select(['id', 'seq']).where('instance_id', '=', instanceId);
}

function eventById(db: Db, id: string) {
  return db.selectFrom('event').select(['instance_id', 'seq']).where('id', '=', id).executeTakeFirst();
}
