// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MediaMessageType, MediaSize } from './index.ts';

/** The media of a message. */
export interface MediaContent {
  mediaType: MediaMessageType;
  /** Its name, or one made of the id of the message. */
  fileName: string;
  /** Text below the media. */
  caption?: string;
  size: MediaSize;
  /** The type of what is in `base64`. */
  mimetype: string;
  /** The media, with no data URI prefix. */
  base64: string;
  /** Always null. */
  buffer: null;
}
