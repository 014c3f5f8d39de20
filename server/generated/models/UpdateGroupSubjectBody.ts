// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A group and its new name. */
export interface UpdateGroupSubjectBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  /** The name, not blank. */
  subject: string;
}
