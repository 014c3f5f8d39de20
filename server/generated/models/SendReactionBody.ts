// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageReference } from './index.ts';

/** A reaction and the message it is to. */
export interface SendReactionBody {
  key: MessageReference;
  /** One emoji. Empty takes a reaction back. */
  reaction: string;
}
