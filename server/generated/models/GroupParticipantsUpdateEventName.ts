// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const GroupParticipantsUpdateEventName = ['group-participants.update'] as const;
export type GroupParticipantsUpdateEventName = (typeof GroupParticipantsUpdateEventName)[number];
