// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ProxyConfig } from './index.ts';

/** An instance and its proxy. */
export interface InstanceProxy {
  instanceName: string;
  proxy: ProxyConfig;
}
