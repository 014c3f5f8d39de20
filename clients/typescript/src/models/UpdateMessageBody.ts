// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageReference } from './index.ts';

/** A new text for a message that this account sent. */
export interface UpdateMessageBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  /** The new text, or the new caption. */
  text: string;
  key: MessageReference;
}
