import type { Clock } from '../clock.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { WebhookSeals } from '../secrets/webhook-seals.ts';
import type { PendingDelivery } from '../store/deliveries.ts';
import { isFinal, type RetryOptions, retryAfter } from './backoff.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import { type MediaBase64, withMedia } from './media.ts';
import { NotTaken, type Sink, toNotTaken } from './sink.ts';
import { destination, webhookRequest, webhookUrl } from './webhook-request.ts';

/** How much of an answer is read in order to use its connection again. */
const ANSWER_BYTES = 64 * 1_024;

export interface WebhookSinkOptions extends EnvelopeOptions {
  /** Opens what of a webhook is encrypted. */
  seals: Pick<WebhookSeals, 'open'>;
  outbound: Outbound;
  clock: Clock;
  userAgent: string;
  /** For the request and its whole answer. */
  timeoutMs: number;
  retry: RetryOptions;
  /** What webhooks get that want base64. */
  mediaBase64: MediaBase64;
}

/** The webhook of a delivery. Any 2xx takes the event (wire-contract 3.4). */
export function createWebhookSink(options: WebhookSinkOptions, delivery: PendingDelivery): Sink {
  const { outbound, seals, clock, userAgent, timeoutMs, retry, mediaBase64 } = options;
  const { webhookId, url, by_events, base64 } = delivery;
  return {
    async send(event, signal) {
      const full = base64 === 1 ? await withMedia(event, mediaBase64, signal) : event;
      const envelope = await toEnvelope(full, options, destination(webhookId, url, event.type));
      const request = webhookRequest(seals.open(webhookId, delivery), envelope, userAgent);
      const target = webhookUrl(url, by_events === 1, event.type);
      const limit = timeLimit(clock, timeoutMs, signal);
      const answer = await outbound.request(target, { ...request, signal: limit.signal }).catch((error) => {
        limit.lift();
        throw toNotTaken(error);
      });
      // The status is the answer, whatever becomes of the body: nobody waits for that.
      void answer.body.dump({ limit: ANSWER_BYTES }).then(limit.lift, limit.lift);
      const { statusCode: status } = answer;
      if (status >= 200 && status < 300) return { status };
      throw refusal(answer, retry, clock.now());
    },
  };
}

/** Who shares a server shares how it does. */
export function receiverOf({ url }: Pick<PendingDelivery, 'url'>): string {
  return URL.parse(url)?.origin ?? url;
}

type Answer = Awaited<ReturnType<Outbound['request']>>;

function refusal({ statusCode: status, headers }: Answer, retry: RetryOptions, now: number): NotTaken {
  const retryAfterMs = retryAfter([headers['retry-after']].flat()[0], now);
  return new NotTaken(`HTTP ${status}`, { status, isFinal: isFinal(status, retry), retryAfterMs });
}

/** A signal that comes after so many milliseconds, until it is lifted, or with the outer one. */
function timeLimit(clock: Clock, ms: number, outer: AbortSignal) {
  const late = new AbortController();
  const over = new AbortController();
  void clock.wait(ms, over.signal).then(() => {
    if (!over.signal.aborted) late.abort(new NotTaken(`No answer within ${ms} ms`));
  });
  return { signal: AbortSignal.any([late.signal, outer]), lift: () => over.abort('answered') };
}
