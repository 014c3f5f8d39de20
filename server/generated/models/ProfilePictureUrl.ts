// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Where a picture is. */
export interface ProfilePictureUrl {
  /** JID of the person or group. */
  wuid: string;
  /** Null where there is none, or none to see. */
  profilePictureUrl: string | null;
}
