// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Success } from './index.ts';

/** Says that it was done, the unblocking too. */
export interface UpdateBlockStatusResponse {
  block: Success;
}
