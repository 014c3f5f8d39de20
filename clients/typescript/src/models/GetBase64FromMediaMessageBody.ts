// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { MediaMessage } from './index.ts';

/** The message whose media is wanted. */
export interface GetBase64FromMediaMessageBody {
  message: MediaMessage;
  /** Convert audio to MP4. */
  convertToMp4?: boolean;
}
