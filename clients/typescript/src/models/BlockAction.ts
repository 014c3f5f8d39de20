// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Block or unblock. */
export const BlockAction = ['block', 'unblock'] as const;
export type BlockAction = (typeof BlockAction)[number];
