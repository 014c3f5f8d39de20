// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const GroupsUpdateEventName = ['groups.update'] as const;
export type GroupsUpdateEventName = (typeof GroupsUpdateEventName)[number];
