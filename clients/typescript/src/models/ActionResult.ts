// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ActionMessage, ActionStatus } from './index.ts';

/** Says that something was done. */
export interface ActionResult {
  status: ActionStatus;
  /** Always false. */
  error: boolean;
  response: ActionMessage;
}
