// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus, PollUpdate } from './index.ts';

/** A step that a message went through. In a group each member's receipt is one, and a message of this account is `DELIVERY_ACK` or `READ` when all of them have it or have read it; each vote in a poll is one too. */
export interface StatusMessage {
  /** Id of the row. */
  id: string;
  /** The WhatsApp id of the message. */
  keyId: string;
  /** The chat. */
  remoteJid: string;
  /** Whether this account sent the message. */
  fromMe: boolean;
  /** Whose receipt or vote it is. Otherwise, in a group, who sent the message; null for this account. */
  participant: string | null;
  /** All votes of a poll, as they stand now. Null where the message is no poll. */
  pollUpdates: Array<PollUpdate> | null;
  status: MessageStatus;
  /** Of `ERROR`: why, such as the code that WhatsApp gave. */
  reason?: string;
  /** Id of the row of the message, as `findMessages` shows it. */
  messageId: string;
  instanceId: string;
}
