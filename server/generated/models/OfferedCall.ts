// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A call that rings. */
export interface OfferedCall {
  /** Id of the call. */
  id: string;
  /** JID of the person. */
  jid: string;
  isVideo: boolean;
  /** Seconds for which it rings. */
  callDuration: number;
}
