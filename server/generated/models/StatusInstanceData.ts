// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ClosedStatus } from './index.ts';

/** Why an instance closed. */
export interface StatusInstanceData {
  /** Name of the instance. */
  instance: string;
  status: ClosedStatus;
  disconnectionAt: string;
  /** The code, such as 401. */
  disconnectionReasonCode: number;
  /** The error, as JSON text. */
  disconnectionObject: string;
}
