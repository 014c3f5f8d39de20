import { upsertWebhook } from '../../store/webhooks.ts';
import type { Handler } from '../call.ts';
import { toWebhook, toWebhookValues } from './to-webhook.ts';

export const setWebhook: Handler<'setWebhook'> = async ({ path, body }, { sessions, db, outbound }) => {
  const { instance } = await sessions.require(path.instance);
  const values = await toWebhookValues(body.webhook, instance.name, outbound);
  const webhook = toWebhook(await upsertWebhook(db, instance.id, values));
  const { url, events, enabled } = webhook;
  return {
    ...webhook,
    instanceId: instance.id,
    webhook: { instanceName: instance.name, webhook: { url, events, enabled } },
  };
};
