// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus, PollUpdate } from './index.ts';

/** The new status of a message that is stored here, or the votes of a poll. */
export interface MessageUpdateData {
  /** Id of the row. */
  messageId: string;
  /** The WhatsApp id of the message. */
  keyId: string;
  /** The chat. */
  remoteJid: string;
  /** Whether this account sent it. */
  fromMe: boolean;
  /** In a group, who sent the message. */
  participant?: string;
  status: MessageStatus;
  /** Of `ERROR`: why, such as the code that WhatsApp gave. */
  reason?: string;
  /** All votes of a poll so far, by option. */
  pollUpdates?: Array<PollUpdate>;
  instanceId: string;
}
