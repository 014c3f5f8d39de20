// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says that there is no business profile. */
export interface NoBusinessProfile {
  /** Always false. */
  isBusiness: boolean;
  message: string;
  /** The JID that was looked up. */
  jid: string;
  /** Whether there is an account. */
  exists: boolean;
  /** The number as it was asked for. */
  number: string;
  /** Name of the person, where it is known. */
  name?: string;
}
