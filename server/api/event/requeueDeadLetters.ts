import { requeueDeadLetters as requeue } from '../../store/dead-letters.ts';
import type { Handler } from '../call.ts';
import { idsWithin } from './times.ts';
import { chosen, mustBeEnabled, webhooksOf } from './webhooks.ts';

export const requeueDeadLetters: Handler<'requeueDeadLetters'> = async ({ path, body = {} }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const { webhookId, deliveryIds } = body;
  const within = idsWithin(body, 'instance');
  const webhooks = chosen(await webhooksOf(call, instance.id), webhookId, 'instance.webhookId');
  if (webhookId !== undefined) webhooks.forEach(mustBeEnabled);
  const { requeued, lanes } = await requeue(call.db, {
    instanceId: instance.id,
    webhookIds: webhooks.filter(({ enabled }) => enabled).map(({ id }) => id),
    ids: deliveryIds,
    ...within,
  });
  for (const lane of lanes) call.webhooks.wake(lane);
  return { requeued };
};
