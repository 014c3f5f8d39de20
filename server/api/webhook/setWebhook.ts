import type { Handler } from '../call.ts';
import { toWebhook, toWebhookSettings } from './to-webhook.ts';

export const setWebhook: Handler<'setWebhook'> = async ({ path, body }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const settings = await toWebhookSettings(body.webhook, instance.name, call.outbound);
  const webhook = toWebhook(await call.webhookRegistry.setMain(instance.id, settings));
  const { url, events, enabled } = webhook;
  return {
    ...webhook,
    instanceId: instance.id,
    webhook: { instanceName: instance.name, webhook: { url, events, enabled } },
  };
};
