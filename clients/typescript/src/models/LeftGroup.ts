// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The group that was left. */
export interface LeftGroup {
  /** JID of the group. */
  groupJid: string;
  /** Always true. */
  leave: boolean;
}
