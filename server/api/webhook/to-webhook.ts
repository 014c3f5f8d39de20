import type { MainSettings, StoredWebhook } from '../../delivery/webhook-registry.ts';
import type { EventName, Webhook, WebhookConfig } from '../../generated/index.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import { iso } from '../iso.ts';
import { checkUrl } from './check-url.ts';

/**
 * A webhook as it is stored. A disabled one keeps no subscription and its URL is not looked at.
 *
 * @throws HttpError 400 when the URL is one that this server would not send to
 */
export async function toWebhookSettings(
  config: WebhookConfig,
  name: string,
  outbound: Outbound,
): Promise<MainSettings> {
  const { enabled = true, url = '', byEvents = false, base64 = false, headers = {}, events = [] } = config;
  if (enabled) await checkUrl(url, 'webhook.url', outbound);
  return {
    instance_name: name,
    url,
    headers,
    enabled: enabled ? 1 : 0,
    events: enabled ? events : [],
    by_events: byEvents ? 1 : 0,
    base64: base64 ? 1 : 0,
  };
}

/** The webhook as it is shown, with both spellings of its flags. */
export function toWebhook(webhook: StoredWebhook) {
  const flags = { byEvents: webhook.by_events === 1, base64: webhook.base64 === 1 };
  return {
    id: webhook.id,
    url: webhook.url,
    headers: webhook.headers,
    enabled: webhook.enabled === 1,
    events: webhook.events as EventName[],
    webhookByEvents: flags.byEvents,
    webhookBase64: flags.base64,
    ...flags,
    createdAt: iso(webhook.created_at),
    updatedAt: iso(webhook.updated_at),
    ...(webhook.instance_id === null ? {} : { instanceId: webhook.instance_id }),
  } satisfies Webhook;
}
