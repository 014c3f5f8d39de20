// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { HealthStatus } from './index.ts';

/** How well WhatsApp is heard. Present while the instance is `open`, and while it reconnects because it was `deaf`.
 */
export interface InstanceHealth {
  status: HealthStatus;
  /** When WhatsApp was last heard. */
  lastFrameAt: string;
  /** Queries that wait for an answer. */
  pendingQueries: number;
  /** How many in a row got none in time. */
  unansweredQueries: number;
  /** How many in a row could not be decrypted. */
  failedDecryptions: number;
}
