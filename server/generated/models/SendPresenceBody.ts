// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ChatPresence } from './index.ts';

/** What a chat is shown, and for how long. */
export interface SendPresenceBody {
  /** A phone number with its country code, in any notation, or the JID of a person or group. */
  number: string;
  presence: ChatPresence;
  /** Milliseconds after which `paused` follows. The answer waits as long. Left out, none follows. */
  delay?: number;
}
