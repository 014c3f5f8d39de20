import { retryDelivery as queueAgain } from '../../store/dead-letters.ts';
import type { Handler } from '../call.ts';
import { deliveryOf } from './delivery-of.ts';
import { toDelivery } from './to-delivery.ts';
import { mustBeEnabled } from './webhooks.ts';

export const retryDelivery: Handler<'retryDelivery'> = async ({ path }, call) => {
  const { delivery, webhook } = await deliveryOf(path, call);
  mustBeEnabled(webhook);
  await queueAgain(call.db, delivery.id);
  const { delivery: queued } = await deliveryOf(path, call);
  const { webhook_id: webhookId, instance_id: instanceId, channel } = queued;
  call.webhooks.wake({ webhookId, instanceId, channel });
  return toDelivery(queued);
};
