// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { EphemeralExpiration } from './index.ts';

/** A group and when its messages disappear. */
export interface ToggleEphemeralBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  expiration: EphemeralExpiration;
}
