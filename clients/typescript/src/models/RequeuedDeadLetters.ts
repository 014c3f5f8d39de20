// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What was queued again. */
export interface RequeuedDeadLetters {
  /** How many. */
  requeued: number;
}
