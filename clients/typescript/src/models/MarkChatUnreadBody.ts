// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { LastMessageReference } from './index.ts';

/** The chat, by its last message or by itself. One of both is needed. */
export interface MarkChatUnreadBody {
  lastMessage?: LastMessageReference;
  /** The chat, by number or JID. Its last stored message is taken. */
  chat?: string;
}
