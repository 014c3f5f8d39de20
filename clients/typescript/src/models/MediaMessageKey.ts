// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Which message. Its `id` is enough for a message that is stored here. */
export interface MediaMessageKey {
  /** The WhatsApp id of the message. */
  id: string;
  /** Whether this account sent it. */
  fromMe?: boolean;
  /** The chat it is in. */
  remoteJid?: string;
  /** In a group, who sent it. */
  participant?: string;
}
