// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { DeletedStatus, MessageKey, MessageSource } from './index.ts';

/** A message that was deleted. What it was is absent where it is not stored here. The fields of the key stand
beside it too, as some clients read them there.
 */
export interface MessageDeleteData {
  /** The WhatsApp id of the message. */
  id: string;
  /** Whether this account sent it. */
  fromMe: boolean;
  /** The chat. */
  remoteJid: string;
  /** In a group, who sent it. */
  participant?: string;
  key: MessageKey;
  status: DeletedStatus;
  instanceId: string;
  /** Id of the row. */
  messageId?: string;
  /** The name the author shows to others. */
  pushName?: string | null;
  /** The content of a message in the JSON form of WhatsApp's own format, under the name of its type. A text is
always `conversation`. Bytes are base64 strings, 64-bit numbers decimal strings.
 */
  message?: { [key: string]: unknown };
  /** The kind of content, such as `conversation`. */
  messageType?: string;
  /** Seconds since 1970. */
  messageTimestamp?: number;
  source?: MessageSource;
}
