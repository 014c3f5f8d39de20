// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagingHistorySetEventName = ['messaging-history.set'] as const;
export type MessagingHistorySetEventName = (typeof MessagingHistorySetEventName)[number];
