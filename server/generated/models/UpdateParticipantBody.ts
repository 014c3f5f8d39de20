// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ParticipantAction } from './index.ts';

/** A group, some people and what to do with them. */
export interface UpdateParticipantBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  action: ParticipantAction;
  /** Phone numbers with their country code, in any notation, or JIDs. */
  participants: Array<string>;
}
