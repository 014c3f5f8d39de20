// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Success } from './index.ts';

/** Says that the messages are marked. */
export interface MarkMessageAsReadResponse {
  message: string;
  read: Success;
}
