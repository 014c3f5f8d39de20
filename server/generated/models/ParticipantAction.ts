// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Add to the group, remove from it, make an admin, make no admin any more. */
export const ParticipantAction = ['add', 'remove', 'promote', 'demote'] as const;
export type ParticipantAction = (typeof ParticipantAction)[number];
