// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ErrorDetail } from './index.ts';

/** The body of every answer that is not a success. */
export interface ErrorEnvelope {
  /** The HTTP status again. */
  status: number;
  /** The name of the status, such as `Bad Request`. */
  error: string;
  response: ErrorDetail;
}
