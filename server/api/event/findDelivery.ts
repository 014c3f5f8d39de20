import { toEnvelope } from '../../delivery/envelope.ts';
import { destination } from '../../delivery/webhook-request.ts';
import type { DeliveryAttempt, ZapgateEvent } from '../../generated/index.ts';
import { findDelivered, listAttempts } from '../../store/delivery-search.ts';
import type { Handler } from '../call.ts';
import { iso } from '../iso.ts';
import { deliveryOf } from './delivery-of.ts';
import { toDelivery } from './to-delivery.ts';

export const findDelivery: Handler<'findDelivery'> = async ({ path }, call) => {
  const { db, config, tokenOf } = call;
  const { delivery, webhook } = await deliveryOf(path, call);
  const attempts = await listAttempts(db, delivery.id);
  const event = await findDelivered(db, delivery.event_id);
  const shown = destination(webhook.id, webhook.url, event.type);
  const envelope = await toEnvelope(event, { serverUrl: config.server.url, tokenOf }, shown);
  return {
    delivery: toDelivery(delivery),
    attempts: attempts.map(toAttempt),
    // Events are recorded with the payload that the spec gives to their kind.
    event: envelope as ZapgateEvent,
  };
};

function toAttempt(row: Awaited<ReturnType<typeof listAttempts>>[number]): DeliveryAttempt {
  return {
    number: row.number,
    startedAt: iso(row.started_at),
    durationMs: row.duration_ms,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
