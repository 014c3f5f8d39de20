// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ConnectionStateName } from './index.ts';

/** An instance and its state. */
export interface InstanceState {
  instanceName: string;
  state: ConnectionStateName;
}
