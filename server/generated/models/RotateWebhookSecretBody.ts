// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** How the secret is changed. */
export interface RotateWebhookSecretBody {
  /** How long the secret before signs too; 24 hours if left out, 0 for no longer. */
  overlapSeconds?: number;
}
