// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says which chat is marked. */
export interface MarkChatUnreadResponse {
  /** JID of the chat. */
  chatId: string;
  /** Always true. */
  markedChatUnread: boolean;
}
