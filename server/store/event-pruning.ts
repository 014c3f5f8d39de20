import { type SqlBool, sql } from 'kysely';
import { transaction } from './db.ts';
import { PENDING } from './deliveries.ts';
import { EVENT_BYTES } from './events.ts';
import type { Db } from './schema.ts';

/** Few enough for their transaction to delay nobody by more than a few milliseconds: about one (see the README). */
const BATCH = 25;

export interface Pruning {
  /** The event that was looked at last, where the next batch goes on; empty at first. */
  after: string;
  /** Events before this id go. */
  before: string;
  /** By how many bytes the log is too large: as many of the oldest events go. */
  excess: number;
  /**
   * The instances with an event that is still to be delivered: from there on theirs stay, so that the log of
   * an instance has no holes. Grows with each batch.
   */
  held: Set<string>;
}

interface Candidate {
  id: string;
  instance_id: string;
  bytes: number;
  is_pending: SqlBool;
}

/**
 * Deletes events that are to go, with their deliveries and attempts: one batch of them, in one transaction.
 *
 * @returns the event that was looked at last; undefined if nothing behind it is to go
 */
export function pruneBatch(db: Db, pruning: Pruning): Promise<string | undefined> {
  return transaction(db, async (tx) => {
    const rows = await candidatesQuery(tx, pruning).execute();
    await deleteEvents(tx, choose(rows, pruning));
    return rows.length === BATCH ? rows.at(-1)?.id : undefined;
  });
}

/** The bytes that the log holds of all instances. */
export async function logBytes(db: Db): Promise<number> {
  const sum = sql<number>`coalesce(sum(event_bytes), 0)`.as('bytes');
  return (await db.selectFrom('instance').select(sum).executeTakeFirstOrThrow()).bytes;
}

/** The oldest events that may go, each with whether a delivery of it is pending. */
export function candidatesQuery(db: Db, { after, before, excess }: Omit<Pruning, 'held'>) {
  return db
    .selectFrom('event')
    .select(['id', 'instance_id', EVENT_BYTES.as('bytes')])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.event_id', '=', 'event.id')
            .where('delivery.state', '=', PENDING),
        )
        .as('is_pending'),
    )
    .where('id', '>', after)
    .$if(excess <= 0, (query) => query.where('id', '<', before))
    .orderBy('id')
    .limit(BATCH);
}

function choose(rows: Candidate[], { before, excess, held }: Pruning): Candidate[] {
  let left = excess;
  return rows.filter(({ id, instance_id, bytes, is_pending }) => {
    if (is_pending) held.add(instance_id);
    if (held.has(instance_id) || (id >= before && left <= 0)) return false;
    left -= bytes;
    return true;
  });
}

async function deleteEvents(tx: Db, events: Candidate[]): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map(({ id }) => id);
  await tx.deleteFrom('delivery').where('event_id', 'in', ids).execute();
  await tx.deleteFrom('event').where('id', 'in', ids).execute();
  await subtractBytes(tx, events);
}

async function subtractBytes(tx: Db, events: Candidate[]): Promise<void> {
  const freed = new Map<string, number>();
  for (const { instance_id, bytes } of events) freed.set(instance_id, (freed.get(instance_id) ?? 0) + bytes);
  const rows = Array.from(freed, ([id, bytes]) => sql`(${id}, ${bytes})`);
  await sql`
    with freed (id, bytes) as (values ${sql.join(rows)})
    update instance set event_bytes = event_bytes - freed.bytes from freed where freed.id = instance.id`.execute(
    tx,
  );
}
