// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whose business profile. */
export interface FetchBusinessProfileBody {
  /** The number or JID of a business. */
  number: string;
}
