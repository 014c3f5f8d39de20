// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageEditType, MessageKey } from './index.ts';

/** A message and its new content. */
export interface MessageEditData {
  key: MessageKey;
  type: MessageEditType;
  /** The content of a message in the JSON form of WhatsApp's own format, under the name of its type. A text is
always `conversation`. Bytes are base64 strings, 64-bit numbers decimal strings.
 */
  editedMessage: { [key: string]: unknown };
  /** When it was edited, in milliseconds since 1970. */
  timestampMs: string;
  /** The name the author shows to others. */
  pushName: string | null;
}
