// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The proxy of an instance. Id and dates are absent where nothing was ever set. */
export interface StoredProxy {
  id?: string;
  enabled: boolean;
  host: string;
  port: string;
  /** How the proxy is spoken to. */
  protocol: string;
  username: string;
  password: string;
  createdAt?: string;
  updatedAt?: string;
  instanceId?: string;
}
