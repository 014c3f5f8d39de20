// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says that the message was edited. */
export const MessageEditType = ['MESSAGE_EDIT'] as const;
export type MessageEditType = (typeof MessageEditType)[number];
