// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InstanceProxy } from './index.ts';

/** The proxy after the change. */
export interface SetProxyResponse {
  proxy: InstanceProxy;
}
