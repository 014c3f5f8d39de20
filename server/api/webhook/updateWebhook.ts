import type { Handler } from '../call.ts';
import { checkUrl } from './check-url.ts';
import { toWebhookPatch, toWebhookRow, webhookNotFound } from './webhook-row.ts';

export const updateWebhook: Handler<'updateWebhook'> = async ({ path, body }, call) => {
  const { webhookRegistry, outbound } = call;
  const { instance } = await call.sessions.require(path.instance);
  const present = await webhookRegistry.find(instance.id, path.webhookId);
  if (!present) throw webhookNotFound(path.webhookId);
  const patch = toWebhookPatch(body);
  const { enabled, url } = { ...present, ...patch };
  if (enabled && (patch.url !== undefined || patch.enabled)) await checkUrl(url, 'url', outbound);
  const changed = await webhookRegistry.change(instance.id, path.webhookId, patch);
  if (!changed) throw webhookNotFound(path.webhookId);
  return toWebhookRow(changed, instance.id);
};
