// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { GroupRole } from './index.ts';

/** A member of a group. */
export interface GroupParticipant {
  /** JID by which the group knows the member. Often a LID. */
  id: string;
  admin: GroupRole | null;
  /** The phone JID, where it is known. */
  phoneNumber?: string;
  /** The LID, where it is known. */
  lid?: string;
}
