// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { GroupMember } from './index.ts';

/** The members of a group. */
export interface GroupMembers {
  /** The members of a group. */
  participants: Array<GroupMember>;
}
