// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The answer to a valid global key. The three Facebook fields are empty, as no Cloud API is served. */
export interface CredentialsCheck {
  /** Always 200. */
  status: number;
  message: string;
  facebookAppId: string;
  facebookConfigId: string;
  facebookUserToken: string;
}
