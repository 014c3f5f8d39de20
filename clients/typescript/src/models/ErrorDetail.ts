// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ErrorMessage } from './index.ts';

/** What went wrong. */
export interface ErrorDetail {
  message: ErrorMessage;
}
