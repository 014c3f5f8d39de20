// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageReference } from './index.ts';

/** A reaction and the message it is to. */
export interface SendReactionBody {
  key: MessageReference;
  /** One emoji. Empty takes a reaction back. */
  reaction: string;
  /** The message's id on WhatsApp, if you want to choose it. A request with the same id sends nothing again, as with
the header `Idempotency-Key`. Letters, digits, dots, dashes and underscores.
 */
  messageId?: string;
}
