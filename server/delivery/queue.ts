import { LRUCache } from 'lru-cache';
import { type Lane, nextDeliveries, type PendingDelivery } from '../store/deliveries.ts';
import { createDeliver, type DeliverOptions, type DeliveryTally } from './deliver.ts';
import { giveUpExpired } from './expired.ts';
import { createLanes, type Turn } from './lanes.ts';
import { feedReplay } from './replay.ts';
import type { TurnLimits } from './turns.ts';

/** How long `stop` lets deliveries under way end. */
const GRACE_MS = 5_000;
/** Eight at once keep a receiver busy; all of them are the connections, and the events, held at a time. */
const LIMITS: TurnLimits = { total: 256, each: 8 };
/** Deliveries that one query takes from a lane. */
const CLAIMED_AT_ONCE = 10;
/** After this a lane lets others go, whatever is left of what it claimed. */
const TURN_MS = 1_000;
/** Webhooks whose receiver is remembered. */
const RECEIVERS = 10_000;

export interface QueueOptions extends Omit<DeliverOptions, 'tally'> {
  /** Deliveries to one receiver share its places: a few, and one alone until it takes something. */
  receiverOf(delivery: PendingDelivery): string;
}

/** Delivers what is pending in the database: at least once, and the deliveries of each lane in their order. */
export interface Queue {
  /** Something of the lane may be due. */
  wake(lane: Lane): void;
  /** What is not delivered by then stays pending in the database. */
  stop(): Promise<void>;
  tally(): Readonly<DeliveryTally>;
}

export function createQueue(options: QueueOptions): Queue {
  const { db, clock, logger } = options;
  const tally: DeliveryTally = { delivered: 0, failed: 0, dead: 0 };
  const delivering = { ...options, tally };
  const deliver = createDeliver(delivering);
  const receivers = new LRUCache<string, string>({ max: RECEIVERS });
  const groupOf = ({ webhookId }: Lane): string => receivers.get(webhookId) ?? '';
  const lanes = createLanes({ clock, logger, limits: LIMITS, groupOf, turn });
  const cut = new AbortController();
  let stopped = false;

  /** Delivers one after another, until one has to wait, or others have waited long enough. */
  async function turn(lane: Lane): Promise<Turn> {
    const receiver = groupOf(lane);
    const most = receiver === '' ? 1 : CLAIMED_AT_ONCE;
    const claimed = await nextDeliveries(db, lane, most);
    if (claimed.length === 0) return { next: (await feedReplay(db, lane)) ? clock.now() : undefined };
    const end = clock.now() + TURN_MS;
    let good: boolean | undefined;
    for (const delivery of claimed) {
      const now = clock.now();
      if (delivery.next_attempt_at > now) return { next: delivery.next_attempt_at, good };
      const isOurs = options.receiverOf(delivery) === receiver;
      receivers.set(lane.webhookId, options.receiverOf(delivery));
      if (stopped || !isOurs || now > end) return { next: now, good };
      const delivered = await deliver(delivery, cut.signal);
      if (!delivered) return { next: undefined, good };
      good = delivered.good;
      if (delivered.retryAt !== undefined) return { next: delivered.retryAt, good };
      if (delivered.isHopeless) {
        await giveUpExpired(delivering, lane);
        return { next: clock.now(), good };
      }
      // Changed or dropped meanwhile: what was claimed with it may have been, too.
      if (delivered.changedAt !== delivery.webhook_changed_at) return { next: clock.now(), good };
    }
    // A short claim was all of it, unless it is a replay, which may have more to make.
    const isOver = claimed.length < most && lane.channel === '';
    return { next: isOver ? undefined : clock.now(), good };
  }

  return {
    wake: lanes.wake,
    async stop() {
      stopped = true;
      const ended = new AbortController();
      void clock.wait(GRACE_MS, ended.signal).then(() => cut.abort());
      await lanes.stop();
      ended.abort();
    },
    tally: () => tally,
  };
}
