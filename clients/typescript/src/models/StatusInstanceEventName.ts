// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const StatusInstanceEventName = ['status.instance'] as const;
export type StatusInstanceEventName = (typeof StatusInstanceEventName)[number];
