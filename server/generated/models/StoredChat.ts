// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A chat as it is stored here. */
export interface StoredChat {
  /** Id of the row. */
  id: string;
  /** The chat. A phone JID where it is known, else a LID. */
  remoteJid: string;
  /** Name of the person, or subject of the group. */
  name: string | null;
  /** Ids of labels. */
  labels: Array<string>;
  createdAt: string;
  updatedAt: string;
  instanceId: string;
  /** How many messages are unread. */
  unreadMessages: number;
}
