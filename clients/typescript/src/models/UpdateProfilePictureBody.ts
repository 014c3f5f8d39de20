// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The new picture. */
export interface UpdateProfilePictureBody {
  /** The media: an `http` or `https` address, base64, or a data URI. */
  picture: string;
}
