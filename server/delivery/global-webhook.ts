import type { Logger } from '../logger.ts';
import type { WebhookSeals } from '../secrets/webhook-seals.ts';
import { transaction } from '../store/db.ts';
import type { Db } from '../store/schema.ts';
import { GLOBAL_WEBHOOK, saveWebhook, updateWebhook } from '../store/webhooks.ts';

/** The webhook that gets the events of every instance, as the operator wants it. */
export interface GlobalWebhook {
  enabled: boolean;
  /** Empty only where it is not enabled. */
  url: string;
  byEvents: boolean;
  base64: boolean;
  /** UPPER_SNAKE names; empty means none. */
  events: string[];
  /** By which its requests are signed: none, one, or two. */
  secrets: string[];
}

/**
 * Makes the global webhook what is configured. One that is off, or has no events, gets nothing more, and what it
 * was still to get is forgotten.
 */
export async function setGlobalWebhook(
  db: Db,
  seals: WebhookSeals,
  logger: Logger,
  wanted: GlobalWebhook,
): Promise<void> {
  if (wanted.enabled && wanted.events.length === 0)
    logger.warn('the global webhook gets nothing: no WEBHOOK_EVENTS_<NAME> is true');
  const [secret, oldSecret] = wanted.secrets.map((one) => seals.secret(GLOBAL_WEBHOOK, one));
  await transaction(db, async (tx) => {
    if (!wanted.enabled || wanted.events.length === 0) {
      await updateWebhook(tx, null, GLOBAL_WEBHOOK, { enabled: 0 });
      return;
    }
    await saveWebhook(tx, {
      id: GLOBAL_WEBHOOK,
      ...{ instance_id: null, instance_name: '', jids: [], enabled: 1 },
      ...{ url: wanted.url, headers: seals.headers(GLOBAL_WEBHOOK, {}), events: wanted.events },
      ...{ by_events: wanted.byEvents ? 1 : 0, base64: wanted.base64 ? 1 : 0 },
      ...{ secret_sealed: secret ?? null, old_secret_sealed: oldSecret ?? null },
    });
  });
}
