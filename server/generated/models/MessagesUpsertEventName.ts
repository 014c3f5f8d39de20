// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const MessagesUpsertEventName = ['messages.upsert'] as const;
export type MessagesUpsertEventName = (typeof MessagesUpsertEventName)[number];
