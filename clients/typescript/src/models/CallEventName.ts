// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const CallEventName = ['call'] as const;
export type CallEventName = (typeof CallEventName)[number];
