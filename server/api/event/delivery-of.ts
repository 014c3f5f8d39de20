import { HttpError } from '../../errors.ts';
import { type FoundDelivery, findDelivery } from '../../store/delivery-search.ts';
import type { KnownWebhook } from '../../store/known-webhooks.ts';
import type { Call } from '../call.ts';
import { webhooksOf } from './webhooks.ts';

/**
 * A delivery of the instance, and where it goes.
 *
 * @throws HttpError 404 when there is none, or it goes to a webhook of which the caller may not know
 */
export async function deliveryOf(
  { instance: name, deliveryId }: { instance: string; deliveryId: string },
  call: Call,
): Promise<{ delivery: FoundDelivery; webhook: KnownWebhook }> {
  const { instance } = await call.sessions.require(name);
  const delivery = await findDelivery(call.db, instance.id, deliveryId);
  const webhooks = await webhooksOf(call, instance.id);
  const webhook = webhooks.find(({ id }) => id === delivery?.webhook_id);
  if (!delivery || !webhook) throw new HttpError(404, [`The delivery "${deliveryId}" does not exist`]);
  return { delivery, webhook };
}
