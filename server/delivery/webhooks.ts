import { type Clock, systemClock } from '../clock.ts';
import type { Bus } from '../events/bus.ts';
import type { Logger } from '../logger.ts';
import { type Lane, listLanes } from '../store/deliveries.ts';
import type { Db } from '../store/schema.ts';
import type { DeliveryTally } from './deliver.ts';
import { createQueue } from './queue.ts';
import { createWebhookSink, receiverOf, type WebhookSinkOptions } from './webhook-sink.ts';

export interface WebhookDeliveryOptions extends Omit<WebhookSinkOptions, 'clock'> {
  db: Db;
  bus: Bus;
  logger: Logger;
  clock?: Clock;
}

export interface WebhookDelivery {
  /** Takes up what is pending, then what the bus announces. */
  start(): Promise<void>;
  /** Something of the lane may be due that the bus does not tell of. */
  wake(lane: Lane): void;
  /** What is not delivered by then stays pending in the database. */
  stop(): Promise<void>;
  tally(): Readonly<DeliveryTally>;
}

/** Delivers events to webhooks at least once and, for each webhook and instance, in their order. */
export function createWebhookDelivery({
  clock = systemClock,
  ...options
}: WebhookDeliveryOptions): WebhookDelivery {
  const { db, bus, logger, retry } = options;
  const sinkOptions = { ...options, clock };
  const queue = createQueue({
    ...{ db, clock, logger, retry, receiverOf },
    sinkOf: (delivery) => createWebhookSink(sinkOptions, delivery),
  });
  let unsubscribe = () => {};
  return {
    async start() {
      unsubscribe = bus.subscribe((events) => {
        for (const { webhookIds, instance_id: instanceId } of events) {
          for (const webhookId of webhookIds) queue.wake({ webhookId, instanceId, channel: '' });
        }
      });
      for (const lane of await listLanes(db)) queue.wake(lane);
    },
    wake: queue.wake,
    async stop() {
      unsubscribe();
      await queue.stop();
    },
    tally: queue.tally,
  };
}
