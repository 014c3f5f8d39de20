// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `match_last_seen`: those who see when the account was last online. */
export const PrivacyOnline = ['all', 'match_last_seen'] as const;
export type PrivacyOnline = (typeof PrivacyOnline)[number];
