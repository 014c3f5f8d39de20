// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageReference } from './index.ts';

/** The messages that were read. */
export interface MarkMessageAsReadBody {
  /** The messages that are meant. */
  readMessages: Array<MessageReference>;
}
