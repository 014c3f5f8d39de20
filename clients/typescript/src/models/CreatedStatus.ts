// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says that the instance was created. */
export const CreatedStatus = ['created'] as const;
export type CreatedStatus = (typeof CreatedStatus)[number];
