// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The group that was joined. */
export interface AcceptedInvite {
  /** False where an admin of the group must agree first. */
  accepted: boolean;
  /** JID of the group. */
  groupJid: string;
}
