import { badRequest } from '../../errors.ts';
import { newRowId } from '../../store/ids.ts';
import type { Handler } from '../call.ts';
import { deliveryOf } from './delivery-of.ts';
import { toDelivery } from './to-delivery.ts';
import { mustBeEnabled, webhookOf, webhooksOf } from './webhooks.ts';

const MESSAGE = 'This is a test.';

export const sendTestEvent: Handler<'sendTestEvent'> = async ({ path, body = {} }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const webhooks = await webhooksOf(call, instance.id);
  const webhook =
    body.webhookId === undefined
      ? webhooks.find(({ main }) => main === 1)
      : webhookOf(webhooks, body.webhookId, 'instance.webhookId');
  if (!webhook)
    throw badRequest(`The "${instance.name}" instance has no webhook: set one by /webhook/set, or name one`);
  mustBeEnabled(webhook);
  const deliveryId = newRowId();
  await call.record(instance.id, async () => ({
    result: undefined,
    events: [{ type: 'webhook.test', data: { webhookId: webhook.id, message: MESSAGE } }],
    only: { webhookId: webhook.id, deliveryId },
  }));
  const { delivery } = await deliveryOf({ instance: path.instance, deliveryId }, call);
  call.webhooks.wake({ webhookId: webhook.id, instanceId: instance.id, channel: deliveryId });
  return toDelivery(delivery);
};
