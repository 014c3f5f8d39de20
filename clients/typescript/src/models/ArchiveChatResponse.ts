// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says which chat is archived, or no longer is. */
export interface ArchiveChatResponse {
  /** JID of the chat. */
  chatId: string;
  /** As it was asked for. */
  archived: boolean;
}
