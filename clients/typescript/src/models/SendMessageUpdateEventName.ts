// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const SendMessageUpdateEventName = ['send.message.update'] as const;
export type SendMessageUpdateEventName = (typeof SendMessageUpdateEventName)[number];
