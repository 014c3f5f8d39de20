import { Webhook } from 'standardwebhooks';

/** The headers of Standard Webhooks: nobody who configures a webhook sets them. */
export const SIGNATURE_HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

/**
 * Signs a request by the scheme of Standard Webhooks (version 1.0.0, "symmetric"), once by each secret. Without
 * one it is not signed.
 *
 * @param secrets `whsec_…`
 * @param id the same in each try
 * @param body the bytes that are sent, as text
 */
export function signatureHeaders(
  secrets: string[],
  id: string,
  at: Date,
  body: string,
): Record<string, string> {
  if (secrets.length === 0) return {};
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
