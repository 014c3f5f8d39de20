// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const PresenceUpdateEventName = ['presence.update'] as const;
export type PresenceUpdateEventName = (typeof PresenceUpdateEventName)[number];
