// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagesUpdateEventName = ['messages.update'] as const;
export type MessagesUpdateEventName = (typeof MessagesUpdateEventName)[number];
