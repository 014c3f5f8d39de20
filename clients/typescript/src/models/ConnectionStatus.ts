// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The state in the three words that clients of this list know. A refused connection is `close`. */
export const ConnectionStatus = ['open', 'close', 'connecting'] as const;
export type ConnectionStatus = (typeof ConnectionStatus)[number];
