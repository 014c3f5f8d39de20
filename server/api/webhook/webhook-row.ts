import type { StoredWebhook, WebhookSettings } from '../../delivery/webhook-registry.ts';
import { HttpError } from '../../errors.ts';
import type { EventName, UpdateWebhookBody, WebhookRow } from '../../generated/index.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { iso } from '../iso.ts';

/** One of the webhooks of an instance, as it is shown. */
export function toWebhookRow(webhook: StoredWebhook, instanceId: string): WebhookRow {
  const { id, url, headers, jids, signed, oldSecretUntil } = webhook;
  return {
    ...{ id, instanceId, main: webhook.main === 1, enabled: webhook.enabled === 1, url, headers },
    ...{ events: webhook.events as EventName[], jids },
    ...{ byEvents: webhook.by_events === 1, base64: webhook.base64 === 1, signed },
    oldSecretUntil: oldSecretUntil === null ? null : iso(oldSecretUntil),
    ...{ createdAt: iso(webhook.created_at), updatedAt: iso(webhook.updated_at) },
  };
}

/**
 * What a body changes. Chats are kept by every JID that WhatsApp may know them by.
 *
 * @throws HttpError 400 when one of `jids` is none
 */
export function toWebhookPatch(body: UpdateWebhookBody): Partial<WebhookSettings> {
  const { enabled, url, headers, events, jids, byEvents, base64 } = body;
  return {
    ...(enabled === undefined ? {} : { enabled: enabled ? 1 : 0 }),
    ...(url === undefined ? {} : { url }),
    ...(headers && { headers }),
    ...(events && { events }),
    ...(jids && { jids: [...new Set(jids.flatMap(chatJids))] }),
    ...(byEvents === undefined ? {} : { by_events: byEvents ? 1 : 0 }),
    ...(base64 === undefined ? {} : { base64: base64 ? 1 : 0 }),
  };
}

export const webhookNotFound = (id: string) => new HttpError(404, [`There is no webhook "${id}"`]);
