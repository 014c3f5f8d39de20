// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { CredentialsCheck, Information } from '../models/index.ts';

export interface GetInformationInput {
  path: Record<string, never>;
  query: Record<string, never>;
  body: undefined;
}

export interface VerifyCredentialsInput {
  path: Record<string, never>;
  query: Record<string, never>;
  body: undefined;
}

export interface InformationApi<Context> {
  /** GET /: Tell which server answers */
  getInformation(input: GetInformationInput, ctx: Context): Promise<Information>;
  /** POST /verify-creds: Check the global key */
  verifyCredentials(input: VerifyCredentialsInput, ctx: Context): Promise<CredentialsCheck>;
}
