// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const InstanceCreateEventName = ['instance.create'] as const;
export type InstanceCreateEventName = (typeof InstanceCreateEventName)[number];
