// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { DeliveryState } from './index.ts';

/** One event on its way to one webhook. */
export interface Delivery {
  /** The id of a delivery, `c` and 24 digits or small letters. Later ids sort after earlier ones. */
  id: string;
  webhookId: string;
  /** The event's id, the same wherever and however often it is sent: by it a repeat is known. Later ids sort after
earlier ones. `GET /event/list` and `GET /event/stream` go on after the one they are given.
 */
  eventId: string;
  /** Its name, such as `messages.upsert`. */
  event: string;
  /** The number of the event among those of its instance; they have no gaps. */
  sequence: number;
  state: DeliveryState;
  /** How often it was tried. */
  attempts: number;
  /** When it is tried next. Only while pending. */
  nextAttemptAt?: string;
  /** Why the last try failed. Absent if it did not. */
  lastError?: string;
  /** Since when it is tried, from `createdAt` on or since it was queued again. */
  queuedAt: string;
  /** When it was delivered or given up. */
  settledAt?: string;
  /** When it was made. */
  createdAt: string;
  /** The replay that made it. Absent for what is sent as it happens, or was queued again. */
  replayId?: string;
}
