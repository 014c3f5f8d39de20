// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MessageKey, MessageSource, MessageStatus } from './index.ts';

/** The last message of a chat, without keys of media. Null where none is stored. */
export interface ChatLastMessage {
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
}
