// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A group and what changed in it. The rest is absent. */
export interface GroupChange {
  /** JID of the group. */
  id: string;
  /** Its name. */
  subject?: string;
  /** Who gave it the name. */
  subjectOwner?: string;
  /** When, in seconds since 1970. */
  subjectTime?: number;
  /** What it is about. Null where that was removed. */
  desc?: string | null;
  /** Id of this description. */
  descId?: string | null;
  /** Whether only admins change what it says of itself. */
  restrict?: boolean;
  /** Whether only admins send. */
  announce?: boolean;
  /** Whether an admin must let people in. */
  joinApprovalMode?: boolean;
  /** Whether every member may add others. */
  memberAddMode?: boolean;
  /** Seconds after which its messages disappear, or 0. */
  ephemeralDuration?: number;
  /** The code of its invite link. */
  inviteCode?: string;
  /** Who changed it. */
  author?: string;
}
