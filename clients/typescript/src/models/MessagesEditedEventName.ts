// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagesEditedEventName = ['messages.edited'] as const;
export type MessagesEditedEventName = (typeof MessagesEditedEventName)[number];
