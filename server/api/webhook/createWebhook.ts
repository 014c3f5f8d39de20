import {
  MOST_WEBHOOKS,
  TooManyWebhooksError,
  type WebhookSettings,
} from '../../delivery/webhook-registry.ts';
import { badRequest } from '../../errors.ts';
import type { Handler } from '../call.ts';
import { checkUrl } from './check-url.ts';
import { toWebhookPatch, toWebhookRow } from './webhook-row.ts';

export const createWebhook: Handler<'createWebhook'> = async ({ path, body }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const settings = { ...UNSET, ...toWebhookPatch(body), instance_name: instance.name };
  if (settings.enabled) await checkUrl(settings.url, 'url', call.outbound);
  const { webhook, secret } = await call.webhookRegistry.add(instance.id, settings).catch(refuse);
  return { ...toWebhookRow(webhook, instance.id), secret };
};

const UNSET: Omit<WebhookSettings, 'instance_name'> = {
  ...{ enabled: 1, url: '', headers: {}, events: [], jids: [], by_events: 0, base64: 0 },
};

function refuse(error: unknown): never {
  if (!(error instanceof TooManyWebhooksError)) throw error;
  throw badRequest(`An instance can have at most ${MOST_WEBHOOKS} webhooks`);
}
