import type { Selectable } from 'kysely';
import { decodeEvent } from './events.ts';
import type { Db, EventRecord } from './schema.ts';
import type { AttemptTable, DeliveryState } from './tables/event.ts';

/** Which deliveries of an instance. Each given field narrows the search. */
export interface DeliveryFilter {
  webhookIds: string[];
  state?: DeliveryState | undefined;
  /** Ids from here on: those of a time and later are given by `rowIdAt`. */
  from?: string | undefined;
  /** Ids before this one. */
  before?: string | undefined;
}

export type FoundDelivery = Awaited<ReturnType<typeof searchDeliveries>>[number];

const STATES: DeliveryState[] = ['pending', 'delivered', 'dead'];

/** The newest `count` deliveries that match: for each webhook and state one look-up of as many. */
export async function searchDeliveries(db: Db, instanceId: string, filter: DeliveryFilter, count: number) {
  const states = filter.state ? [filter.state] : STATES;
  const lists = filter.webhookIds.flatMap((webhookId) =>
    states.map((state) => pageQuery(db, { webhookId, instanceId, state }, filter, count).execute()),
  );
  const found = (await Promise.all(lists)).flat();
  return found.sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, count);
}

export function pageQuery(
  db: Db,
  { webhookId, instanceId, state }: { webhookId: string; instanceId: string; state: DeliveryState },
  { from, before }: Pick<DeliveryFilter, 'from' | 'before'>,
  count: number,
) {
  let query = deliveries(db)
    .where('delivery.webhook_id', '=', webhookId)
    .where('delivery.instance_id', '=', instanceId)
    .where('delivery.state', '=', state);
  if (from !== undefined) query = query.where('delivery.id', '>=', from);
  if (before !== undefined) query = query.where('delivery.id', '<', before);
  return query.orderBy('delivery.id', 'desc').limit(count);
}

export function findDelivery(db: Db, instanceId: string, id: string): Promise<FoundDelivery | undefined> {
  return deliveryQuery(db, instanceId, id).executeTakeFirst();
}

export function deliveryQuery(db: Db, instanceId: string, id: string) {
  return deliveries(db).where('delivery.id', '=', id).where('delivery.instance_id', '=', instanceId);
}

/** What is delivered. @throws if it has been pruned meanwhile */
export async function findDelivered(db: Db, eventId: string): Promise<EventRecord> {
  return decodeEvent(await eventQuery(db, eventId).executeTakeFirstOrThrow());
}

export function eventQuery(db: Db, id: string) {
  return db.selectFrom('event').selectAll().where('id', '=', id);
}

/** The tries of a delivery, the first one first. */
export function listAttempts(db: Db, deliveryId: string): Promise<Selectable<AttemptTable>[]> {
  return db
    .selectFrom('attempt')
    .selectAll()
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute();
}

/** Deliveries with the names of their events; a channel that is a replay's tells its id. */
function deliveries(db: Db) {
  return db
    .selectFrom('delivery')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .leftJoin('replay', 'replay.id', 'delivery.channel')
    .select(['delivery.id', 'delivery.webhook_id', 'delivery.event_id', 'delivery.instance_id'])
    .select(['delivery.channel', 'delivery.seq', 'delivery.state', 'delivery.attempts'])
    .select(['delivery.next_attempt_at', 'delivery.last_error', 'delivery.queued_at'])
    .select(['delivery.settled_at', 'delivery.created_at', 'event.type', 'replay.id as replay_id']);
}
