// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `contact_blacklist`: all contacts but those excluded on the phone. */
export const PrivacyAudience = ['all', 'contacts', 'contact_blacklist', 'none'] as const;
export type PrivacyAudience = (typeof PrivacyAudience)[number];
