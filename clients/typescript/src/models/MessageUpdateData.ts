// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus } from './index.ts';

/** The new status of a message that is stored here. */
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
  instanceId: string;
}
