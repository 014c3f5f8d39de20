// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** How the proxy is spoken to. */
export const ProxyProtocol = ['http', 'https', 'socks4', 'socks5'] as const;
export type ProxyProtocol = (typeof ProxyProtocol)[number];
