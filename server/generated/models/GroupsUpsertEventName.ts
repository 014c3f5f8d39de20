// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const GroupsUpsertEventName = ['groups.upsert'] as const;
export type GroupsUpsertEventName = (typeof GroupsUpsertEventName)[number];
