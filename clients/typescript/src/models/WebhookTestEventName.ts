// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const WebhookTestEventName = ['webhook.test'] as const;
export type WebhookTestEventName = (typeof WebhookTestEventName)[number];
