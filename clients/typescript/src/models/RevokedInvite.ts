// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The code of the new invite link. */
export interface RevokedInvite {
  /** Always true. */
  revoked: boolean;
  /** The code that holds from now on. */
  inviteCode: string;
}
