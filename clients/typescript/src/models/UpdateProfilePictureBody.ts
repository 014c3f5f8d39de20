// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The new picture. */
export interface UpdateProfilePictureBody {
  /** A picture: an `http` or `https` address, base64, or a data URI of 32 MB at most. */
  picture: string;
}
