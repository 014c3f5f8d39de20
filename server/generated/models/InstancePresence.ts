// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `available` shows the account as online, `unavailable` as offline. */
export const InstancePresence = ['available', 'unavailable'] as const;
export type InstancePresence = (typeof InstancePresence)[number];
