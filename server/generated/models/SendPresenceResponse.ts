// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatPresence } from './index.ts';

/** What was shown. */
export interface SendPresenceResponse {
  presence: ChatPresence;
}
