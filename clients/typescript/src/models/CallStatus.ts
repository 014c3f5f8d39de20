// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `timeout`: nobody answered. `terminate`: it ended. */
export const CallStatus = ['offer', 'ringing', 'timeout', 'reject', 'accept', 'terminate'] as const;
export type CallStatus = (typeof CallStatus)[number];
