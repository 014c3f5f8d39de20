import type { Handler } from '../call.ts';
import { toWebhookRow } from './webhook-row.ts';

export const listWebhooks: Handler<'listWebhooks'> = async ({ path }, { sessions, webhookRegistry }) => {
  const { instance } = await sessions.require(path.instance);
  const webhooks = await webhookRegistry.list(instance.id);
  return webhooks.map((webhook) => toWebhookRow(webhook, instance.id));
};
