// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ChatsSetEventName = ['chats.set'] as const;
export type ChatsSetEventName = (typeof ChatsSetEventName)[number];
