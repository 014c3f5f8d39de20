// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What was sent. */
export interface SentInvite {
  /** Always true. */
  send: boolean;
  /** The link that was sent. */
  inviteUrl: string;
}
