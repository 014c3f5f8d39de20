import { transaction } from './db.ts';
import { newRowId } from './ids.ts';
import type { Db, EventRecord, WebhookRecord } from './schema.ts';
import { deleteIfDone } from './webhooks.ts';

/** Deliveries of one webhook and instance go out one after another, in the order of the events. */
export interface Lane {
  webhookId: string;
  instanceId: string;
}

/** The head of a lane with what it takes to send it. */
export interface PendingDelivery extends Pick<WebhookRecord, 'url' | 'headers' | 'by_events' | 'base64'> {
  id: string;
  attempts: number;
  next_attempt_at: number;
  created_at: number;
  event: EventRecord;
}

/** Queues the events for the webhook; call it in the transaction that writes them. */
export async function enqueueDeliveries(tx: Db, webhookId: string, events: EventRecord[]): Promise<void> {
  if (events.length === 0) return;
  const now = Date.now();
  const rows = events.map((event) => ({
    id: newRowId(),
    webhook_id: webhookId,
    event_id: event.id,
    instance_id: event.instance_id,
    seq: event.seq,
    next_attempt_at: now,
    created_at: now,
  }));
  await tx.insertInto('delivery').values(rows).execute();
}

/** The lanes with something pending. */
export async function listLanes(db: Db): Promise<Lane[]> {
  const rows = await db
    .selectFrom('delivery')
    .select(['webhook_id', 'instance_id'])
    .distinct()
    .where('state', '=', 'pending')
    .execute();
  return rows.map((row) => ({ webhookId: row.webhook_id, instanceId: row.instance_id }));
}

export async function nextDelivery(db: Db, lane: Lane): Promise<PendingDelivery | undefined> {
  const row = await nextDeliveryQuery(db, lane).executeTakeFirst();
  if (!row) return undefined;
  const { id, attempts, next_attempt_at, created_at, url, headers, by_events, base64, ...event } = row;
  return {
    ...{ id, attempts, next_attempt_at, created_at, url, by_events, base64 },
    headers: JSON.parse(headers),
    event: {
      ...{ id: event.event_id, instance_id: event.instance_id, seq: event.seq, type: event.type },
      ...{ instance_name: event.instance_name, sender: event.sender, created_at: event.happened_at },
      data: JSON.parse(event.data),
      extra: event.extra === null ? null : JSON.parse(event.extra),
    },
  };
}

export function nextDeliveryQuery(db: Db, { webhookId, instanceId }: Lane) {
  return db
    .selectFrom('delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .innerJoin('event', 'event.id', 'delivery.event_id')
    .select(['delivery.id', 'delivery.attempts', 'delivery.next_attempt_at', 'delivery.created_at'])
    .select(['webhook.url', 'webhook.headers', 'webhook.by_events', 'webhook.base64'])
    .select(['event.id as event_id', 'event.instance_id', 'event.seq', 'event.type', 'event.data'])
    .select(['event.instance_name', 'event.sender', 'event.created_at as happened_at', 'event.extra'])
    .where('delivery.webhook_id', '=', webhookId)
    .where('delivery.instance_id', '=', instanceId)
    .where('delivery.state', '=', 'pending')
    .orderBy('delivery.seq')
    .limit(1);
}

/** It was delivered. */
export async function completeDelivery(db: Db, id: string): Promise<void> {
  await transaction(db, async (tx) => {
    const done = await tx
      .deleteFrom('delivery')
      .where('id', '=', id)
      .returning('webhook_id')
      .executeTakeFirst();
    if (done) await deleteIfDone(tx, done.webhook_id);
  });
}

/** It failed and is tried again at `nextAttemptAt`. */
export async function rescheduleDelivery(
  db: Db,
  id: string,
  attempts: number,
  nextAttemptAt: number,
  error: string,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ attempts, next_attempt_at: nextAttemptAt, last_error: error })
    .where('id', '=', id)
    .execute();
}

/** It failed and is given up; the row stays for whoever asks why. */
export async function buryDelivery(db: Db, id: string, error: string): Promise<void> {
  await transaction(db, async (tx) => {
    const dead = await tx
      .updateTable('delivery')
      .set((eb) => ({ state: 'dead', attempts: eb('attempts', '+', 1), last_error: error }))
      .where('id', '=', id)
      .returning('webhook_id')
      .executeTakeFirst();
    if (dead) await deleteIfDone(tx, dead.webhook_id);
  });
}
