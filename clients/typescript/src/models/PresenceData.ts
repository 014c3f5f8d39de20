// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatPresence } from './index.ts';

/** What somebody does. */
export interface PresenceData {
  lastKnownPresence: ChatPresence;
  /** When they were last online, in seconds since 1970. */
  lastSeen?: number;
}
