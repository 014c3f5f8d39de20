// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Success } from './index.ts';

/** Says that something was changed. */
export interface UpdateResult {
  update: Success;
}
