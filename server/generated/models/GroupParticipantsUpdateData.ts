// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ParticipantChange, ParticipantData } from './index.ts';

/** A group, members of it and what happened to them. */
export interface GroupParticipantsUpdateData {
  /** JID of the group. */
  id: string;
  /** Who did it. */
  author?: string;
  /** JIDs. */
  participants: Array<string>;
  action: ParticipantChange;
  /** The same members, in more detail. */
  participantsData: Array<ParticipantData>;
}
