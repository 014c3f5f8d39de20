// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatLastMessage } from './index.ts';

/** A chat with its last message. */
export interface Chat {
  /** Id of the row. */
  id: string;
  /** The chat. A phone JID where it is known, else a LID. */
  remoteJid: string;
  /** Name of the person, or subject of the group. */
  pushName: string | null;
  /** The same, where it is known. */
  name?: string;
  /** Address of the picture. */
  profilePicUrl: string | null;
  /** Ids of labels. */
  labels: Array<string>;
  createdAt: string;
  /** When the last thing happened in it. */
  updatedAt: string;
  /** Time of the last incoming message. */
  windowStart: string | null;
  /** 24 hours later. */
  windowExpires: string | null;
  /** Whether these 24 hours last. */
  windowActive: boolean;
  lastMessage: ChatLastMessage | null;
  /** How many messages are unread. */
  unreadCount: number;
  /** Whether it is in the address book of the phone. */
  isSaved: boolean;
  /** Whether its user has archived it. */
  archived: boolean;
  /** Whether its user keeps it at the top of the list. */
  pinned: boolean;
}
