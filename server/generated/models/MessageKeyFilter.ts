// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** All that is given must match. */
export interface MessageKeyFilter {
  /** The WhatsApp id. */
  id?: string;
  /** Whether this account sent it. */
  fromMe?: boolean;
  /** The chat, by number, phone JID or LID. */
  remoteJid?: string;
  /** The other JID of the same chat. */
  remoteJidAlt?: string;
  /** In a group, the author. */
  participant?: string;
}
