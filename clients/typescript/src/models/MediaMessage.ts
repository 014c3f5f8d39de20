// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MediaMessageKey } from './index.ts';

/** A message with media, by its key or as an event carried it. */
export interface MediaMessage {
  key: MediaMessageKey;
  /** The content of a message in the JSON form of WhatsApp's own format, under the name of its type. A text is
always `conversation`. Bytes are base64 strings, 64-bit numbers decimal strings.
 */
  message?: { [key: string]: unknown };
}
