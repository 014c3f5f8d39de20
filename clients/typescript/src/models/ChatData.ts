// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A chat, as events carry it. What did not change may be absent. */
export interface ChatData {
  /** The chat. A phone JID where it is known, else a LID. */
  remoteJid: string;
  instanceId: string;
  /** Name of the person, or subject of the group. */
  name?: string | null;
  /** How many messages are unread. */
  unreadMessages?: number;
}
