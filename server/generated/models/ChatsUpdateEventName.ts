// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ChatsUpdateEventName = ['chats.update'] as const;
export type ChatsUpdateEventName = (typeof ChatsUpdateEventName)[number];
