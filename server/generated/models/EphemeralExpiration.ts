// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Seconds: none, a day, a week, 90 days. */
export const EphemeralExpiration = [0, 86400, 604800, 7776000] as const;
export type EphemeralExpiration = (typeof EphemeralExpiration)[number];
