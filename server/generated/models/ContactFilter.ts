// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** All that is given must match. */
export interface ContactFilter {
  /** Id of the row, or the JID. */
  id?: string;
  /** The JID, by number, phone JID or LID. */
  remoteJid?: string;
  /** The name, whole. */
  pushName?: string;
}
