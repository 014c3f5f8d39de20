// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A group and what it is about. */
export interface UpdateGroupDescriptionBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  /** The new description. Empty removes it. */
  description: string;
}
