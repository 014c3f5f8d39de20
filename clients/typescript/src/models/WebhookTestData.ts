// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What a trial says. */
export interface WebhookTestData {
  /** The webhook that is tried. */
  webhookId: string;
  message: string;
}
