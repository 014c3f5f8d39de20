// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { PrivacySettings, Success } from './index.ts';

/** The privacy settings after the change. */
export interface UpdatePrivacySettingsResponse {
  update: Success;
  data: PrivacySettings;
}
