// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LastMessageReference } from './index.ts';

/** The chat, by its last message or by itself, and whether it is archived. One of both is needed. */
export interface ArchiveChatBody {
  lastMessage?: LastMessageReference;
  /** The chat, by number or JID. Its last stored message is taken. */
  chat?: string;
  /** Archive the chat or bring it back. */
  archive: boolean;
}
