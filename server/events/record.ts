import { transaction } from '../store/db.ts';
import { enqueueAlone, enqueueDeliveries } from '../store/deliveries.ts';
import { appendEvents } from '../store/events.ts';
import type { Db, EventRecord } from '../store/schema.ts';
import { audienceOf } from './audience.ts';
import type { Bus } from './bus.ts';
import type { NewEvent, RecordedEvent } from './types.ts';

/**
 * Writes rows with the given transaction, and says what to return and what happened. `finish` is done after
 * the events are written: an instance goes only then. `only`: the event is for this webhook alone, whatever it
 * subscribes to, by a delivery of this id; the delivery has a lane of its own, which the caller wakes.
 */
export type Work<T> = (tx: Db) => Promise<{
  result: T;
  events: NewEvent[];
  finish?: () => Promise<void>;
  only?: Only;
}>;

interface Only {
  webhookId: string;
  deliveryId: string;
}

/**
 * Runs `work`, appends its events to the instance's sequence and queues them for the webhooks that want them:
 * all in one transaction, and all or nothing. After the commit the bus hears of the events. No network inside.
 */
export type Recorder = <T>(instanceId: string, work: Work<T>) => Promise<T>;

export function createRecorder(db: Db, bus: Bus): Recorder {
  return async (instanceId, work) => {
    const { result, recorded } = await transaction(db, async (tx) => {
      const { result, events, finish, only } = await work(tx);
      const appended = await appendEvents(tx, instanceId, events);
      const recorded = only ? await enqueueFor(tx, only, appended) : await enqueue(tx, instanceId, appended);
      await finish?.();
      return { result, recorded };
    });
    if (recorded.length > 0) bus.publish(recorded);
    return result;
  };
}

async function enqueueFor(tx: Db, only: Only, events: EventRecord[]): Promise<RecordedEvent[]> {
  for (const event of events) await enqueueAlone(tx, only.webhookId, event, only.deliveryId);
  return events.map((event) => ({ ...event, webhookIds: [] }));
}

async function enqueue(tx: Db, instanceId: string, events: EventRecord[]): Promise<RecordedEvent[]> {
  const recorded = new Map(events.map((event) => [event.id, { ...event, webhookIds: [] as string[] }]));
  for (const { webhookId, events: wanted } of await audienceOf(tx, instanceId, events)) {
    await enqueueDeliveries(tx, webhookId, wanted);
    for (const { id } of wanted) recorded.get(id)?.webhookIds.push(webhookId);
  }
  return [...recorded.values()];
}
