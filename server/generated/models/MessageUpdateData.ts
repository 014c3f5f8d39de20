// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus, PollUpdate } from './index.ts';

/** The new status of a message that is stored here, or the votes of a poll. In a group each member's receipt is told, with the member as `participant`; a message of this account is `DELIVERY_ACK` or `READ`, which is told without `participant`, when all of them have it or have read it. */
export interface MessageUpdateData {
  /** Id of the row. */
  messageId: string;
  /** The WhatsApp id of the message. */
  keyId: string;
  /** The chat. */
  remoteJid: string;
  /** Whether this account sent it. */
  fromMe: boolean;
  /** Whose receipt or vote it is. Otherwise, in a group, who sent the message; left out for this account. */
  participant?: string;
  status: MessageStatus;
  /** Of `ERROR`: why, such as the code that WhatsApp gave. */
  reason?: string;
  /** All votes of a poll so far, by option. */
  pollUpdates?: Array<PollUpdate>;
  instanceId: string;
}
