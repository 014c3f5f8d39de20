// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const RemoveInstanceEventName = ['remove.instance'] as const;
export type RemoveInstanceEventName = (typeof RemoveInstanceEventName)[number];
