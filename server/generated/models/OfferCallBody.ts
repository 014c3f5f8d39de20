// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whom to call and for how long. */
export interface OfferCallBody {
  /** The number or JID of a person. */
  number: string;
  /** Offer a video call. */
  isVideo?: boolean;
  /** Seconds for which it rings. */
  callDuration: number;
}
