// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The one word for success. */
export const Success = ['success'] as const;
export type Success = (typeof Success)[number];
