// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `announcement`: only admins send. `not_announcement`: all do. `locked`: only admins change what the group
says of itself. `unlocked`: all do.
 */
export const GroupSetting = ['announcement', 'not_announcement', 'locked', 'unlocked'] as const;
export type GroupSetting = (typeof GroupSetting)[number];
