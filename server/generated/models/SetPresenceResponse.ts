// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { InstancePresence } from './index.ts';

/** How the account is shown from now on. */
export interface SetPresenceResponse {
  presence: InstancePresence;
}
