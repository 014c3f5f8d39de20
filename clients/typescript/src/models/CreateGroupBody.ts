// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A new group. */
export interface CreateGroupBody {
  /** Its name, not blank. */
  subject: string;
  /** Phone numbers with their country code, in any notation, or JIDs. */
  participants: Array<string>;
  /** What it is about. */
  description?: string;
  /** Make all of them admins. */
  promoteParticipants?: boolean;
}
