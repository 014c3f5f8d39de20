// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The invite link of a group. */
export interface InviteLink {
  /** The link. */
  inviteUrl: string;
  /** The code at its end. */
  inviteCode: string;
}
