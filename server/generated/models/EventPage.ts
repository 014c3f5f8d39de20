// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ZapgateEvent } from './index.ts';

/** A part of the log of an instance, in its order. */
export interface EventPage {
  /** The events, none of them with a `destination`. */
  events: Array<ZapgateEvent>;
  /** What to ask for next as `after`: the id of the last event that was looked at, also if it is none of those
asked for. It is the `after` of this request where there is no later one, and null where there is none at
all.
 */
  next: string | null;
  /** Whether there are later events to look at. */
  hasMore: boolean;
  /** Whether events between `after` and the first of these are not kept any more. */
  isGap: boolean;
}
