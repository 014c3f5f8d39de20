// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says that it was done. */
export interface ToggleEphemeralResponse {
  /** Always true. */
  success: boolean;
}
