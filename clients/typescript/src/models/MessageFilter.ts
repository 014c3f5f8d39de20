// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageKeyFilter, MessageSource, TimestampRange } from './index.ts';

/** All that is given must match. */
export interface MessageFilter {
  /** Id of the row. */
  id?: string;
  source?: MessageSource;
  /** Such as `conversation`. */
  messageType?: string;
  key?: MessageKeyFilter;
  messageTimestamp?: TimestampRange;
}
