// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A member of a group, with what is stored here of them. */
export interface ParticipantData {
  /** The JID, as in `participants`. */
  jid: string;
  /** The phone JID, where it is known. */
  phoneNumber?: string;
  /** The name, where it is known. */
  name?: string;
  /** Address of the picture, where it is known. */
  imgUrl?: string;
}
