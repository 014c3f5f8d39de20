// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** One try of a delivery. */
export interface DeliveryAttempt {
  /** The first is 1. */
  number: number;
  startedAt: string;
  /** Milliseconds until the answer or the failure. */
  durationMs: number;
  /** The HTTP status. Absent without an answer. */
  status?: number;
  /** Why it failed. Absent if it did not. */
  error?: string;
}
