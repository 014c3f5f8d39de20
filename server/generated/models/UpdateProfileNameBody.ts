// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The new name. */
export interface UpdateProfileNameBody {
  /** The name, not blank. */
  name: string;
}
