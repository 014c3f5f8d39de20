// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Whose picture. */
export interface FetchProfilePictureUrlBody {
  /** A number or JID of a person or group, else the own picture. */
  number?: string;
}
