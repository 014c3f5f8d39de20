// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What became of one of them. */
export interface ParticipantUpdate {
  /** `200`: done. `400`: not done, and WhatsApp does not say why. `403`: the person lets nobody add them, invite
them instead. `404`: not in the group, or nobody. `409`: already in the group.
 */
  status: string;
  /** JID of the person. */
  jid: string;
  /** What WhatsApp said of it. */
  content?: { [key: string]: unknown };
}
