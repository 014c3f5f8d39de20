// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The one status that is told. */
export const ClosedStatus = ['closed'] as const;
export type ClosedStatus = (typeof ClosedStatus)[number];
