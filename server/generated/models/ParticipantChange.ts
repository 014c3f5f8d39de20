// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What happened to members of a group. `modify` stands for a change of number. */
export const ParticipantChange = ['add', 'remove', 'promote', 'demote', 'modify'] as const;
export type ParticipantChange = (typeof ParticipantChange)[number];
