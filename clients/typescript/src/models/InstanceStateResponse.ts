// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InstanceState } from './index.ts';

/** The state of an instance. */
export interface InstanceStateResponse {
  instance: InstanceState;
}
