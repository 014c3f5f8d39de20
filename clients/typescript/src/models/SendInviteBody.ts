// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A group, whom to invite to it and what to tell them. */
export interface SendInviteBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  /** The text above the link. */
  description: string;
  /** Phone numbers with their country code, in any notation, or JIDs. */
  numbers: Array<string>;
}
