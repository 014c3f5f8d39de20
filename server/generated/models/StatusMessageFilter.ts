// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageStatus } from './index.ts';

/** All that is given must match. */
export interface StatusMessageFilter {
  /** The WhatsApp id of the message. */
  id?: string;
  /** The same as `id`, which wins where both are given. */
  keyId?: string;
  /** The chat, by number, phone JID or LID. */
  remoteJid?: string;
  /** Whether this account sent the message. */
  fromMe?: boolean;
  /** In a group, who sent the message, or whose receipt it is. */
  participant?: string;
  status?: MessageStatus;
}
