// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A contact, as events carry it. */
export interface ContactData {
  /** The JID. A phone JID where it is known, else a LID. */
  remoteJid: string;
  /** The name. */
  pushName: string | null;
  /** Address of the picture, where it is known. */
  profilePicUrl?: string | null;
  instanceId: string;
}
