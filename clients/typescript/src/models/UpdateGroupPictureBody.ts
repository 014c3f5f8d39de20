// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A group and its new picture. */
export interface UpdateGroupPictureBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  /** A picture: an `http` or `https` address, base64, or a data URI of 32 MB at most. */
  image: string;
}
