import type { Handler } from '../call.ts';
import { webhookNotFound } from './webhook-row.ts';

export const deleteWebhook: Handler<'deleteWebhook'> = async ({ path }, { sessions, webhookRegistry }) => {
  const { instance } = await sessions.require(path.instance);
  const isGone = await webhookRegistry.remove(instance.id, path.webhookId);
  if (!isGone) throw webhookNotFound(path.webhookId);
  return { status: 'SUCCESS', error: false, response: { message: 'Webhook deleted' } };
};
