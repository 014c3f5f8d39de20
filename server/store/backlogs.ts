import { sql } from 'kysely';
import { PENDING } from './deliveries.ts';
import type { Db } from './schema.ts';

/** Written out, as `PENDING` is, for the index of dead letters. */
const DEAD = sql<'dead'>`'dead'`;

/** What waits for a webhook in one lane. */
export interface Backlog {
  /** Of the instance whose events wait, at the first of them. */
  instance_name: string;
  pending: number;
  /** Since when the first of it has been tried. */
  oldest_at: number;
}

/** One for each lane in which something waits, of whichever webhook and channel. */
export function listBacklogs(db: Db): Promise<Backlog[]> {
  return backlogQuery(db).execute();
}

/** Counted by the index of lanes alone; the first in the order of delivery is the one that waits longest. */
export function backlogQuery(db: Db) {
  return db
    .with('lane', (tables) =>
      tables
        .selectFrom('delivery')
        .select(['webhook_id', 'instance_id', 'channel'])
        .select(({ fn }) => [fn.min('seq').as('seq'), fn.countAll<number>().as('pending')])
        .where('state', '=', PENDING)
        .groupBy(['webhook_id', 'instance_id', 'channel']),
    )
    .selectFrom('lane')
    .innerJoin('delivery', (join) =>
      join
        .onRef('delivery.webhook_id', '=', 'lane.webhook_id')
        .onRef('delivery.instance_id', '=', 'lane.instance_id')
        .onRef('delivery.channel', '=', 'lane.channel')
        .onRef('delivery.seq', '=', 'lane.seq')
        .on('delivery.state', '=', PENDING),
    )
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .select(['event.instance_name', 'lane.pending', 'delivery.queued_at as oldest_at']);
}

/** What was given up of an instance's events. */
export interface DeadLetters {
  instance_name: string;
  dead: number;
}

/** One for each instance that has any, were it deleted. */
export function countDeadLetters(db: Db): Promise<DeadLetters[]> {
  return deadLettersQuery(db).execute();
}

export function deadLettersQuery(db: Db) {
  return db
    .with('letters', (tables) =>
      tables
        .selectFrom('delivery')
        .select('instance_id')
        .select(({ fn }) => [fn.max('id').as('last_id'), fn.countAll<number>().as('dead')])
        .where('state', '=', DEAD)
        .groupBy('instance_id'),
    )
    .selectFrom('letters')
    .innerJoin('delivery', 'delivery.id', 'letters.last_id')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .select(['event.instance_name', 'letters.dead']);
}
