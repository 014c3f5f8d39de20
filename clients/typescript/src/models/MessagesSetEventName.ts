// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagesSetEventName = ['messages.set'] as const;
export type MessagesSetEventName = (typeof MessagesSetEventName)[number];
