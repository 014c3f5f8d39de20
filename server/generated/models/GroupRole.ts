// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `superadmin` created the group. Null for a member who is no admin. */
export const GroupRole = ['admin', 'superadmin'] as const;
export type GroupRole = (typeof GroupRole)[number];
