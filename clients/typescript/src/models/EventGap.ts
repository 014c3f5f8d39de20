// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EventGapName } from './index.ts';

/** Events are missing here: they were removed from the log (`EVENTS_RETENTION`) before they could be read.
 */
export interface EventGap {
  event: EventGapName;
  /** The id of the last event before the gap. Null if you gave none. */
  after: string | null;
  /** The id of the first event behind the gap. Null if there is none yet. */
  oldest: string | null;
}
