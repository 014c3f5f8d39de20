import { sql } from 'kysely';
import { newRowId } from './ids.ts';
import type { Db, EventRecord, WebhookRecord } from './schema.ts';

/** Deliveries of one webhook, instance and channel go out one after another, in the order of the events. */
export interface Lane {
  webhookId: string;
  instanceId: string;
  /** Empty for what happens; see `DeliveryTable.channel`. */
  channel: string;
}

/** Written out, for an index of pending deliveries alone is used only by who says so in the statement itself. */
export const PENDING = sql<'pending'>`'pending'`;

/** One of a lane's first with what it takes to send it. */
export interface PendingDelivery extends Pick<WebhookRecord, 'url' | 'headers' | 'by_events' | 'base64'> {
  id: string;
  attempts: number;
  next_attempt_at: number;
  queued_at: number;
  webhook_changed_at: number;
  event: EventRecord;
}

/** What of an event its delivery holds. */
type Queued = Pick<EventRecord, 'id' | 'instance_id' | 'seq'>;

/** Queues the events for the webhook; call it in the transaction that writes them. */
export async function enqueueDeliveries(
  tx: Db,
  webhookId: string,
  events: Queued[],
  channel = '',
): Promise<void> {
  if (events.length === 0) return;
  const now = Date.now();
  const rows = events.map((event) => ({
    id: newRowId(),
    webhook_id: webhookId,
    event_id: event.id,
    instance_id: event.instance_id,
    channel,
    seq: event.seq,
    next_attempt_at: now,
    queued_at: now,
    created_at: now,
  }));
  await tx.insertInto('delivery').values(rows).execute();
}

/** The lanes with something pending, each found by one look-up, however much is pending in it. */
export async function listLanes(db: Db): Promise<Lane[]> {
  const lanes: Lane[] = [];
  for (let last: Lane | undefined; ; ) {
    const row = await nextLaneQuery(db, last).executeTakeFirst();
    if (!row) return lanes;
    last = { webhookId: row.webhook_id, instanceId: row.instance_id, channel: row.channel };
    lanes.push(last);
  }
}

export function nextLaneQuery(db: Db, last: Lane | undefined) {
  return db
    .selectFrom('delivery')
    .select(['webhook_id', 'instance_id', 'channel'])
    .where('state', '=', PENDING)
    .$if(last !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('webhook_id', 'instance_id', 'channel'),
          '>',
          eb.tuple(last?.webhookId ?? '', last?.instanceId ?? '', last?.channel ?? ''),
        ),
      ),
    )
    .orderBy('webhook_id')
    .orderBy('instance_id')
    .orderBy('channel')
    .limit(1);
}

/** The first `limit` of the lane. Only the very first may have been tried already. */
export async function nextDeliveries(db: Db, lane: Lane, limit: number): Promise<PendingDelivery[]> {
  return (await nextDeliveriesQuery(db, lane, limit).execute()).map(decode);
}

type Row = Awaited<ReturnType<ReturnType<typeof nextDeliveriesQuery>['execute']>>[number];

function decode({ event_id, happened_at, type, seq, instance_id, ...row }: Row): PendingDelivery {
  const { instance_name, sender, data, extra, headers, ...delivery } = row;
  return {
    ...delivery,
    headers: JSON.parse(headers),
    event: {
      ...{ id: event_id, instance_id, seq, instance_name, type, sender, created_at: happened_at },
      data: JSON.parse(data),
      extra: extra === null ? null : JSON.parse(extra),
    },
  };
}

export function nextDeliveriesQuery(db: Db, { webhookId, instanceId, channel }: Lane, limit: number) {
  return db
    .selectFrom('delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .select(['delivery.id', 'delivery.attempts', 'delivery.next_attempt_at', 'delivery.queued_at'])
    .select(['webhook.url', 'webhook.headers', 'webhook.by_events', 'webhook.base64'])
    .select('webhook.updated_at as webhook_changed_at')
    .select(['event.id as event_id', 'event.instance_id', 'event.seq', 'event.type', 'event.data'])
    .select(['event.instance_name', 'event.sender', 'event.created_at as happened_at', 'event.extra'])
    .where('delivery.webhook_id', '=', webhookId)
    .where('delivery.instance_id', '=', instanceId)
    .where('delivery.channel', '=', channel)
    .where('delivery.state', '=', PENDING)
    .orderBy('delivery.seq')
    .limit(limit);
}
