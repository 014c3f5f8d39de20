// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus, PollUpdate } from './index.ts';

/** A step that a message went through. */
export interface StatusMessage {
  /** Id of the row. */
  id: string;
  /** The WhatsApp id of the message. */
  keyId: string;
  /** The chat. */
  remoteJid: string;
  /** Whether this account sent the message. */
  fromMe: boolean;
  /** In a group, who sent the message. */
  participant: string | null;
  /** All votes of a poll at that time. Null where the step is none of a poll. */
  pollUpdates: Array<PollUpdate> | null;
  status: MessageStatus;
  /** Of `ERROR`: why, such as the code that WhatsApp gave. */
  reason?: string;
  /** Id of the row of the message, as `findMessages` shows it. */
  messageId: string;
  instanceId: string;
}
