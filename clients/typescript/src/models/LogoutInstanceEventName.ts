// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const LogoutInstanceEventName = ['logout.instance'] as const;
export type LogoutInstanceEventName = (typeof LogoutInstanceEventName)[number];
