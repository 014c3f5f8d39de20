// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A window of the log, and to whom it is sent. Each limit narrows it; without any it is the whole log that is
kept.
 */
export interface ReplayEventsBody {
  /** The webhook that gets them. */
  webhookId: string;
  /** The id of an event: the window begins with the one that follows. If it is not kept any more, with the
oldest that is.
 */
  after?: string;
  /** The id of an event: the last one of the window. */
  until?: string;
  /** Only what happened then or later. */
  from?: string;
  /** Only what happened then or earlier. */
  to?: string;
}
