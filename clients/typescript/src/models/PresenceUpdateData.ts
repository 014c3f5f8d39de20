// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { PresenceData } from './index.ts';

/** Who does what in a chat. */
export interface PresenceUpdateData {
  /** JID of the chat. */
  id: string;
  /** What each does, by JID. */
  presences: { [key: string]: PresenceData };
}
