// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whose profile. */
export interface FetchProfileBody {
  /** A number or JID of a person, else the own profile. */
  number?: string;
}
