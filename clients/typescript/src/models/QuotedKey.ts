// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Which message is answered. Its `id` is enough for a message that is stored here. */
export interface QuotedKey {
  /** The WhatsApp id of the message. */
  id: string;
  /** The chat it is in. */
  remoteJid?: string;
  /** Whether this account sent it. */
  fromMe?: boolean;
  /** In a group, who sent it. */
  participant?: string;
}
