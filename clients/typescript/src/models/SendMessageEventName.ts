// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const SendMessageEventName = ['send.message'] as const;
export type SendMessageEventName = (typeof SendMessageEventName)[number];
