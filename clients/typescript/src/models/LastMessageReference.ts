// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageReference } from './index.ts';

/** The last message of a chat. */
export interface LastMessageReference {
  key: MessageReference;
  /** Its time in seconds since 1970. */
  messageTimestamp?: number;
}
