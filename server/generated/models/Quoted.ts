// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { QuotedKey } from './index.ts';

/** The message that is answered. One unknown here and given without its content is not quoted. */
export interface Quoted {
  key: QuotedKey;
  /** The content of a message in the JSON form of WhatsApp's own format, under the name of its type. A text is
always `conversation`. Bytes are base64 strings, 64-bit numbers decimal strings.
 */
  message?: { [key: string]: unknown };
}
