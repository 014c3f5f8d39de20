import { type RawBuilder, sql } from 'kysely';
import { newRowId, timeOfRowId } from './ids.ts';
import { columns, prepared } from './prepared.ts';
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
export interface PendingDelivery extends Pick<WebhookRecord, SentBy> {
  id: string;
  webhookId: string;
  attempts: number;
  next_attempt_at: number;
  queued_at: number;
  webhook_changed_at: number;
  event: EventRecord;
}

type SentBy = 'url' | 'by_events' | 'base64' | SealedOfWebhook;

/** What of a webhook is encrypted, and how long the old secret is good. */
export type SealedOfWebhook = 'headers' | 'secret_sealed' | 'old_secret_sealed' | 'old_secret_until';

/** What of an event its delivery holds. */
export type Queued = Pick<EventRecord, 'id' | 'instance_id' | 'seq'>;

/** Queues the events for the webhook; call it in the transaction that writes them. */
export async function enqueueDeliveries(
  tx: Db,
  webhookId: string,
  events: Queued[],
  channel = '',
): Promise<void> {
  for (const event of events) await insert(tx, rowOf(newRowId(), webhookId, event, channel));
}

/** Queues one event under an id that is chosen already, in a channel of its own. */
export async function enqueueAlone(tx: Db, webhookId: string, event: Queued, id: string): Promise<void> {
  await insert(tx, rowOf(id, webhookId, event, id));
}

type Row = ReturnType<typeof rowOf>;

const insert = prepared<Row, unknown>((db, value) =>
  db
    .insertInto('delivery')
    .values(
      columns(value, [
        'id',
        'webhook_id',
        'event_id',
        'instance_id',
        'channel',
        'seq',
        'next_attempt_at',
        'queued_at',
        'created_at',
      ]),
    ),
);

function rowOf(id: string, webhookId: string, event: Queued, channel: string) {
  const now = Date.now();
  const { id: event_id, instance_id, seq } = event;
  const common = { id, webhook_id: webhookId, event_id, instance_id, channel, seq };
  // Deliveries of a time are found by their ids: both tell the same.
  return { ...common, next_attempt_at: now, queued_at: now, created_at: timeOfRowId(id) };
}

/**
 * The lanes with something pending, each found by one look-up, however much is pending in it, and those of
 * replays that have not made all of their deliveries.
 */
export async function listLanes(db: Db): Promise<Lane[]> {
  const lanes: Lane[] = [];
  for (let lane = await nextLane(db); lane; lane = await nextLane(db, lane)) lanes.push(lane);
  return [...lanes, ...(await openReplaysQuery(db).execute()).filter(isNotIn(lanes))];
}

const isNotIn = (lanes: Lane[]) => (replay: Lane) => lanes.every(({ channel }) => channel !== replay.channel);

/** The first lane, or the one after `last`: of its instance, else of its webhook, else of all. */
async function nextLane(db: Db, last?: Lane): Promise<Lane | undefined> {
  for (const query of nextLaneQueries(db, last)) {
    const lane = await query.executeTakeFirst();
    if (lane) return lane;
  }
  return undefined;
}

/** Of a comparison of all three at once, SQLite would read what is pending in the last lane as well. */
export function nextLaneQueries(db: Db, last?: Lane) {
  const lanes = db
    .selectFrom('delivery')
    .select(['webhook_id as webhookId', 'instance_id as instanceId', 'channel'])
    .where('state', '=', PENDING)
    .orderBy('webhook_id')
    .orderBy('instance_id')
    .orderBy('channel')
    .limit(1);
  if (!last) return [lanes];
  const ofWebhook = lanes.where('webhook_id', '=', last.webhookId);
  return [
    ofWebhook.where('instance_id', '=', last.instanceId).where('channel', '>', last.channel),
    ofWebhook.where('instance_id', '>', last.instanceId),
    lanes.where('webhook_id', '>', last.webhookId),
  ];
}

export function openReplaysQuery(db: Db) {
  return db
    .selectFrom('replay')
    .select(['webhook_id as webhookId', 'instance_id as instanceId', 'id as channel'])
    .where('finished_at', 'is', null);
}

/** The first `limit` of the lane. Only the very first may have been tried already. */
export async function nextDeliveries(db: Db, lane: Lane, limit: number): Promise<PendingDelivery[]> {
  return (await nextRows(db, { ...lane, limit })).map(decode);
}

type Next = Awaited<ReturnType<ReturnType<typeof nextDeliveriesQuery>['execute']>>[number];

const nextRows = prepared<Lane & { limit: number }, Next>((db, value) =>
  nextDeliveriesQuery(
    db,
    { webhookId: value('webhookId'), instanceId: value('instanceId'), channel: value('channel') },
    value('limit'),
  ),
);

function decode({ event_id, happened_at, type, seq, instance_id, ...row }: Next): PendingDelivery {
  const { instance_name, sender, data, extra, ...delivery } = row;
  return {
    ...delivery,
    event: {
      ...{ id: event_id, instance_id, seq, instance_name, type, sender, created_at: happened_at },
      data: JSON.parse(data),
      extra: extra === null ? null : JSON.parse(extra),
    },
  };
}

type Places = { [Name in keyof Lane]: Lane[Name] | RawBuilder<Lane[Name]> };

export function nextDeliveriesQuery(
  db: Db,
  { webhookId, instanceId, channel }: Places,
  limit: number | RawBuilder<number>,
) {
  return (
    db
      .selectFrom('delivery')
      // SQLite joins these in this order: the lane comes first, even if there is but one webhook to begin with.
      .crossJoin('webhook')
      .crossJoin('event')
      .whereRef('webhook.id', '=', 'delivery.webhook_id')
      .whereRef('event.id', '=', 'delivery.event_id')
      .select(['delivery.id', 'delivery.attempts', 'delivery.next_attempt_at', 'delivery.queued_at'])
      .select(['webhook.id as webhookId', 'webhook.updated_at as webhook_changed_at'])
      .select(['webhook.url', 'webhook.by_events', 'webhook.base64', 'webhook.headers'])
      .select(['webhook.secret_sealed', 'webhook.old_secret_sealed', 'webhook.old_secret_until'])
      .select(['event.id as event_id', 'event.instance_id', 'event.seq', 'event.type', 'event.data'])
      .select(['event.instance_name', 'event.sender', 'event.created_at as happened_at', 'event.extra'])
      .where('delivery.webhook_id', '=', webhookId)
      .where('delivery.instance_id', '=', instanceId)
      .where('delivery.channel', '=', channel)
      .where('delivery.state', '=', PENDING)
      .orderBy('delivery.seq')
      .limit(limit)
  );
}
