// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagesDeleteEventName = ['messages.delete'] as const;
export type MessagesDeleteEventName = (typeof MessagesDeleteEventName)[number];
