// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `deaf`: WhatsApp has fallen silent or answers no queries, so the instance connects anew. `undecryptable`: message
after message cannot be decrypted; they are asked for again, and new keys were given to WhatsApp.
 */
export const HealthStatus = ['ok', 'deaf', 'undecryptable'] as const;
export type HealthStatus = (typeof HealthStatus)[number];
