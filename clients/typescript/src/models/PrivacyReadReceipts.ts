// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whether others see what was read. */
export const PrivacyReadReceipts = ['all', 'none'] as const;
export type PrivacyReadReceipts = (typeof PrivacyReadReceipts)[number];
