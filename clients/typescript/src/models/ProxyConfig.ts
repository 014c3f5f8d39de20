// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The proxy as stored. Its fields are empty where it is off. */
export interface ProxyConfig {
  enabled: boolean;
  host: string;
  port: string;
  /** How the proxy is spoken to. */
  protocol: string;
  username: string;
  password: string;
}
