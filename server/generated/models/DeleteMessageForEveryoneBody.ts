// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The message to delete. */
export interface DeleteMessageForEveryoneBody {
  /** The WhatsApp id of the message. */
  id: string;
  /** Whether this account sent it. */
  fromMe: boolean;
  /** The chat it is in. */
  remoteJid: string;
  /** In a group, who sent it. Needed when an admin deletes the message of another member. */
  participant?: string;
}
