// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The message of every 401. */
export const UnauthorizedText = ['Unauthorized'] as const;
export type UnauthorizedText = (typeof UnauthorizedText)[number];
