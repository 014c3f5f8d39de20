// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageKey, MessageSource, MessageStatus, MessageStatusChange, PollUpdate } from './index.ts';

/** A message as it is stored here. */
export interface StoredMessage {
  /** Id of the row. The WhatsApp id is `key.id`. */
  id: string;
  key: MessageKey;
  /** The name the author shows to others. */
  pushName: string | null;
  status: MessageStatus;
  /** The content of a message in the JSON form of WhatsApp's own format, under the name of its type. A text is
always `conversation`. Bytes are base64 strings, 64-bit numbers decimal strings.
 */
  message: { [key: string]: unknown };
  /** What the message refers to, such as `quotedMessage` and `mentionedJid`. Null where nothing. */
  contextInfo: { [key: string]: unknown } | null;
  /** The kind of content, such as `conversation`. */
  messageType: string;
  /** Seconds since 1970. */
  messageTimestamp: number;
  instanceId: string;
  source: MessageSource;
  /** All votes of a poll so far, by option. */
  pollUpdates?: Array<PollUpdate>;
  /** The statuses that the message went through after it was stored, the oldest first. */
  MessageUpdate: Array<MessageStatusChange>;
}
