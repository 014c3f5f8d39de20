import type { SealedOfWebhook } from '../store/deliveries.ts';
import { placeOf } from '../store/places.ts';
import type { WebhookRecord } from '../store/schema.ts';
import type { Vault } from './vault.ts';

/** What of a webhook is kept encrypted. */
export interface OpenedWebhook {
  /** By their names. */
  headers: Record<string, string>;
  /** Those that requests are signed by now: none, one, or beside the new one the old one too. */
  secrets: string[];
}

/** Seals and opens what of a webhook is kept encrypted. */
export interface WebhookSeals {
  headers(webhookId: string, headers: Record<string, string>): string;
  secret(webhookId: string, secret: string): string;
  open(webhookId: string, sealed: Pick<WebhookRecord, SealedOfWebhook>): OpenedWebhook;
}

export function createWebhookSeals(vault: Vault): WebhookSeals {
  return {
    headers: (id, headers) => vault.sealText(JSON.stringify(headers), placeOf.webhookHeaders(id)),
    secret: (id, secret) => vault.sealText(secret, placeOf.webhookSecret(id)),
    open: (id, sealed) => ({
      headers: JSON.parse(vault.openText(sealed.headers, placeOf.webhookHeaders(id))),
      secrets: secretsInUse(sealed).map((secret) => vault.openText(secret, placeOf.webhookSecret(id))),
    }),
  };
}

/** @returns still sealed, the new one first */
function secretsInUse({
  secret_sealed,
  old_secret_sealed,
  old_secret_until,
}: Pick<WebhookRecord, Exclude<SealedOfWebhook, 'headers'>>): string[] {
  const isOldInUse = old_secret_until === null || old_secret_until > Date.now();
  return [secret_sealed, isOldInUse ? old_secret_sealed : null].filter((secret) => secret !== null);
}
