import { hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** What is stored of a key. A key is random and long, so a plain hash cannot be turned back. */
export const hashKey = (key: string): string => hash('sha256', key);

/** A new key of the form clients know: a UUID in upper case (wire-contract 1.6). */
export const newKey = (): string => randomUUID().toUpperCase();

/** A new secret to sign webhooks by, as Standard Webhooks writes one: 32 bytes in base64. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Compares without telling by its duration how much of the key was right. */
export function isKey(given: string, hashed: string): boolean {
  return timingSafeEqual(Buffer.from(hashKey(given)), Buffer.from(hashed));
}
