import type { Bus } from '../events/bus.ts';
import type { Logger } from '../logger.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { WebhookSeals } from '../secrets/webhook-seals.ts';
import { settleDelivery } from '../store/attempts.ts';
import { type Lane, listLanes, nextDelivery, type PendingDelivery } from '../store/deliveries.ts';
import type { Db } from '../store/schema.ts';
import { delayAfter, isFinal, type RetryOptions, retryAfter } from './backoff.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import { createLanes } from './lanes.ts';
import { type MediaBase64, withMedia } from './media.ts';
import { feedReplay } from './replay.ts';
import { destination, webhookRequest, webhookUrl } from './webhook-request.ts';

/** How long `stop` lets deliveries under way end. */
const GRACE_MS = 5_000;
/** How much of an answer is read in order to use its connection again. */
const ANSWER_BYTES = 64 * 1_024;

export interface WebhookDeliveryOptions extends EnvelopeOptions {
  db: Db;
  bus: Bus;
  outbound: Outbound;
  /** Opens what of a webhook is encrypted. */
  seals: Pick<WebhookSeals, 'open'>;
  logger: Logger;
  userAgent: string;
  timeoutMs: number;
  retry: RetryOptions;
  /** What webhooks get that want base64. */
  mediaBase64: MediaBase64;
  /** Requests under way at once, of different lanes. */
  concurrency?: number;
}

/** How attempts ended since the start: `failed` are tried again, `dead` were the last. */
export type DeliveryTally = Record<'delivered' | 'failed' | 'dead', number>;

export interface WebhookDelivery {
  /** Takes up what is pending, then what the bus announces. */
  start(): Promise<void>;
  /** What is not delivered by then stays pending in the database. */
  stop(): Promise<void>;
  /** Something was queued, or put forward, that the bus does not tell of. */
  wake(lane: Lane): void;
  tally(): Readonly<DeliveryTally>;
}

type CountingOptions = WebhookDeliveryOptions & { tally: DeliveryTally };
type Outcome =
  | { status: number; error: null }
  | { status: number | null; error: string; final: boolean; retryAfterMs: number };

/** Delivers events to webhooks at least once and, for each webhook and instance, in their order. */
export function createWebhookDelivery(options: WebhookDeliveryOptions): WebhookDelivery {
  const { db, bus, logger, concurrency = 32 } = options;
  const stopping = new AbortController();
  const tally: DeliveryTally = { delivered: 0, failed: 0, dead: 0 };
  const counting = { ...options, tally };
  const lanes = createLanes({ concurrency, step: (lane) => step(counting, stopping.signal, lane), logger });
  let unsubscribe = () => {};
  return {
    async start() {
      unsubscribe = bus.subscribe((events) => {
        for (const { webhookIds, instance_id: instanceId } of events) {
          for (const webhookId of webhookIds) lanes.wake({ webhookId, instanceId, channel: '' });
        }
      });
      for (const lane of await listLanes(db)) lanes.wake(lane);
    },
    async stop() {
      unsubscribe();
      const timer = setTimeout(() => stopping.abort(), GRACE_MS);
      await lanes.stop();
      clearTimeout(timer);
    },
    wake: lanes.wake,
    tally: () => tally,
  };
}

/** Tries the lane's next delivery, if it is due. Gives the time of the next try. */
async function step(
  options: CountingOptions,
  stopping: AbortSignal,
  lane: Lane,
): Promise<number | undefined> {
  const delivery = await nextDelivery(options.db, lane);
  if (!delivery) return (await feedReplay(options.db, lane)) ? Date.now() : undefined;
  if (delivery.next_attempt_at > Date.now()) return delivery.next_attempt_at;
  const startedAt = Date.now();
  const outcome = await attempt(options, stopping, delivery);
  // Cut off by us: it stays as it was, and the next start tries it again.
  if (stopping.aborted && outcome.error !== null) return undefined;
  return await settle(options, delivery, outcome, startedAt);
}

async function attempt(
  { outbound, seals, timeoutMs, userAgent, retry, mediaBase64, ...envelopeOptions }: WebhookDeliveryOptions,
  stopping: AbortSignal,
  delivery: PendingDelivery,
): Promise<Outcome> {
  try {
    const { webhookId, url, by_events, base64 } = delivery;
    const event = base64 === 1 ? await withMedia(delivery.event, mediaBase64) : delivery.event;
    const envelope = await toEnvelope(event, envelopeOptions, destination(webhookId, url, event.type));
    const request = webhookRequest(seals.open(webhookId, delivery), envelope, userAgent);
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), stopping]);
    const target = webhookUrl(url, by_events === 1, event.type);
    const { statusCode, headers, body } = await outbound.request(target, { ...request, signal });
    // The status is the answer, whatever becomes of the body.
    await body.dump({ limit: ANSWER_BYTES }).catch(() => {});
    if (statusCode >= 200 && statusCode < 300) return { status: statusCode, error: null };
    const retryAfterMs = retryAfter([headers['retry-after']].flat()[0], Date.now());
    return {
      status: statusCode,
      error: `HTTP ${statusCode}`,
      final: isFinal(statusCode, retry),
      retryAfterMs,
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { status: null, error: said, final: false, retryAfterMs: 0 };
  }
}

/** Writes the outcome down. A failed delivery holds its lane until it succeeds or is given up. */
async function settle(
  { db, logger, retry, tally }: CountingOptions,
  delivery: PendingDelivery,
  outcome: Outcome,
  startedAt: number,
): Promise<number> {
  const now = Date.now();
  const { status, error } = outcome;
  const tried = { started_at: startedAt, duration_ms: now - startedAt, status, error };
  if (outcome.error === null) {
    await settleDelivery(db, delivery.id, tried, { state: 'delivered' });
    tally.delivered += 1;
    return now;
  }
  const attempts = delivery.attempts + 1;
  const deadline = delivery.queued_at + retry.maxAgeMs;
  const { event, url } = delivery;
  // The host alone: a path or a query may hold a secret.
  const facts = { instance: event.instance_name, host: URL.parse(url)?.host, event: event.id, attempts };
  if (outcome.final || now >= deadline) {
    await settleDelivery(db, delivery.id, tried, { state: 'dead' });
    tally.dead += 1;
    logger.warn({ ...facts, error: outcome.error }, 'webhook delivery given up');
    return now;
  }
  const at = Math.min(now + Math.max(delayAfter(attempts, retry), outcome.retryAfterMs), deadline);
  await settleDelivery(db, delivery.id, tried, { state: 'pending', retryAt: at });
  tally.failed += 1;
  logger.warn({ ...facts, error: outcome.error, at }, 'webhook delivery failed');
  return at;
}
