// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The new text under the name. */
export interface UpdateProfileStatusBody {
  /** The text. It may be empty. */
  status: string;
}
