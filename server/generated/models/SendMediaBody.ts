// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MediaType, Quoted } from './index.ts';

/** A picture, video, document or audio file and whom it is for. */
export interface SendMediaBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  mediatype: MediaType;
  /** The media: an `http` or `https` address, base64, or a data URI. Needed unless a file is uploaded.
   */
  media?: string;
  /** The type of the media. Left out, it is told by the first bytes, then by the name. */
  mimetype?: string;
  /** Text below the media. Audio has none. */
  caption?: string;
  /** The name of the file. A document given as base64 needs one. */
  fileName?: string;
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
