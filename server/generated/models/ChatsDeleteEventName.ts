// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ChatsDeleteEventName = ['chats.delete'] as const;
export type ChatsDeleteEventName = (typeof ChatsDeleteEventName)[number];
