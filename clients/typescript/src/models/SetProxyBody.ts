// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ProxyProtocol } from './index.ts';

/** A proxy. One that is enabled needs host, port and protocol. */
export interface SetProxyBody {
  /** Whether WhatsApp is reached through the proxy. False forgets the rest. */
  enabled: boolean;
  /** Name or address of the proxy. */
  host?: string;
  /** Port of the proxy. */
  port?: string;
  protocol?: ProxyProtocol;
  /** User name at the proxy. */
  username?: string;
  /** Password at the proxy. */
  password?: string;
}
