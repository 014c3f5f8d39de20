// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Quoted } from './index.ts';

/** A sticker and whom it is for. */
export interface SendStickerBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  /** The picture: an `http` or `https` address, base64, or a data URI. Needed unless a file is uploaded.
   */
  sticker?: string;
  /** Send the picture as it is. It must be a WebP of 512 by 512 pixels then. */
  notConvertSticker?: boolean;
  /** Milliseconds during which the recipient sees "typing", or "recording" for audio, before the message is sent;
0 if left out. The answer waits as long: the most is 20000, because common clients give up after 30 seconds.
 */
  delay?: number;
  quoted?: Quoted;
  /** Mention every member of the group. */
  mentionsEveryOne?: boolean;
  /** Numbers or JIDs of group members to mention. */
  mentioned?: Array<string>;
  /** The message's id on WhatsApp, if you want to choose it. A request with the same id sends nothing again, as with
the header `Idempotency-Key`. Letters, digits, dots, dashes and underscores.
 */
  messageId?: string;
}
