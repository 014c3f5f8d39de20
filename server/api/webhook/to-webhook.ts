import { setTimeout as pause } from 'node:timers/promises';
import { badRequest } from '../../errors.ts';
import type { EventName, Webhook, WebhookConfig } from '../../generated/index.ts';
import { OutboundRefused } from '../../outbound/guard.ts';
import type { Outbound } from '../../outbound/outbound.ts';
import type { WebhookRecord } from '../../store/schema.ts';
import type { WebhookValues } from '../../store/webhooks.ts';
import { iso } from '../iso.ts';

/** How long a name server may take. */
const LOOK_UP_MS = 2_000;

/**
 * A webhook as it is stored. A disabled one keeps no subscription and its URL is not looked at.
 *
 * @throws HttpError 400 when the URL is one that this server would not send to
 */
export async function toWebhookValues(
  config: WebhookConfig,
  name: string,
  outbound: Outbound,
): Promise<WebhookValues> {
  const { enabled = true, url = '', byEvents = false, base64 = false, headers = {}, events = [] } = config;
  if (enabled) await checkUrl(url, outbound);
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
export function toWebhook(row: WebhookRecord) {
  const flags = { byEvents: row.by_events === 1, base64: row.base64 === 1 };
  return {
    id: row.id,
    url: row.url,
    headers: row.headers,
    enabled: row.enabled === 1,
    events: row.events as EventName[],
    webhookByEvents: flags.byEvents,
    webhookBase64: flags.base64,
    ...flags,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    ...(row.instance_id === null ? {} : { instanceId: row.instance_id }),
  } satisfies Webhook;
}

/** A name that is not resolved now, or not soon, may be later: only what would be refused is turned away. */
async function checkUrl(url: string, outbound: Outbound): Promise<void> {
  if (!/^https?:\/\//i.test(url)) {
    throw badRequest('instance.webhook.url must be a URL that begins with http:// or https://');
  }
  const refusal = await Promise.race([
    refusalOf(url, outbound),
    pause(LOOK_UP_MS, undefined, { ref: false }),
  ]);
  if (refusal) throw badRequest(`instance.webhook.url: ${refusal.message}`);
}

async function refusalOf(url: string, outbound: Outbound): Promise<OutboundRefused | undefined> {
  try {
    await outbound.check(url);
  } catch (error) {
    if (error instanceof OutboundRefused) return error;
  }
  return undefined;
}
