// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { TimestampRange } from './index.ts';

/** All that is given must match. */
export interface ChatFilter {
  /** Id of the row. */
  id?: string;
  /** The chat, by number, phone JID or LID. */
  remoteJid?: string;
  messageTimestamp?: TimestampRange;
}
