// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `open`: linked and connected. `connecting`: showing a QR code, coming back after a restart of the server, or on
the way back after a lost connection. `close`: not connected. `refused`: nobody scanned any of the QR codes, or
WhatsApp has locked the account for a while; connect again.
 */
export const ConnectionStateName = ['open', 'close', 'connecting', 'refused'] as const;
export type ConnectionStateName = (typeof ConnectionStateName)[number];
