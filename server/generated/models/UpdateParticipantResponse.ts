// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ParticipantUpdate } from './index.ts';

/** What became of each of them. */
export interface UpdateParticipantResponse {
  /** One entry for each person. */
  updateParticipants: Array<ParticipantUpdate>;
}
