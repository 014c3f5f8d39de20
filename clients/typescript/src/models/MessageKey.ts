// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { AddressingMode } from './index.ts';

/** What identifies a message on WhatsApp. */
export interface MessageKey {
  /** The WhatsApp id, which `quoted.key.id` takes. */
  id: string;
  /** Whether this account sent it. */
  fromMe: boolean;
  /** The chat. A phone JID where it is known, else a LID. */
  remoteJid: string;
  /** The other JID of the same chat. */
  remoteJidAlt?: string;
  /** In a group, who sent it. */
  participant?: string;
  /** The other JID of the same author. */
  participantAlt?: string;
  addressingMode?: AddressingMode;
  /** True for a message that was deleted for everyone. */
  deleted?: boolean;
}
