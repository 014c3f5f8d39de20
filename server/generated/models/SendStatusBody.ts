// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { StatusType } from './index.ts';

/** A status update and who sees it. A text needs `backgroundColor` and `font`; without `allContacts` there must
be a `statusJidList`.
 */
export interface SendStatusBody {
  type: StatusType;
  /** The text, or the media as an `http` or `https` address, base64 or a data URI. Needed unless a file is
uploaded.
 */
  content?: string;
  /** Text below a picture or video. */
  caption?: string;
  /** Colour behind a text, such as `#128C7E`. */
  backgroundColor?: string;
  /** Font of a text: 0 system, 1 serif, 2 Norican, 3 Bryndan Write, 4 Bebas Neue, 5 Oswald. */
  font?: number;
  /** Show it to all contacts that are stored here. */
  allContacts?: boolean;
  /** Numbers or JIDs of those who see it. */
  statusJidList?: Array<string>;
  /** The message's id on WhatsApp, if you want to choose it. A request with the same id sends nothing again, as with
the header `Idempotency-Key`. Letters, digits, dots, dashes and underscores.
 */
  messageId?: string;
}
