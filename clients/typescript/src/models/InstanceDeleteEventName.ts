// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const InstanceDeleteEventName = ['instance.delete'] as const;
export type InstanceDeleteEventName = (typeof InstanceDeleteEventName)[number];
