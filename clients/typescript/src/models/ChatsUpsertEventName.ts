// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ChatsUpsertEventName = ['chats.upsert'] as const;
export type ChatsUpsertEventName = (typeof ChatsUpsertEventName)[number];
