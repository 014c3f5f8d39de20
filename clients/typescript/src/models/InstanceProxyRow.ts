// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ProxyProtocol } from './index.ts';

/** The proxy of an instance, without its password. Null where it has none. */
export interface InstanceProxyRow {
  id: string;
  enabled: boolean;
  host: string;
  port: string;
  protocol: ProxyProtocol;
  username: string;
  createdAt: string;
  updatedAt: string;
  instanceId: string;
}
