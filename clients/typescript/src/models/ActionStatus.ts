// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The one word for success. */
export const ActionStatus = ['SUCCESS'] as const;
export type ActionStatus = (typeof ActionStatus)[number];
