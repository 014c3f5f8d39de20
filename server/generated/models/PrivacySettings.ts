// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { PrivacyAudience, PrivacyOnline, PrivacyReadReceipts } from './index.ts';

/** Who sees what of the account. */
export interface PrivacySettings {
  readreceipts: PrivacyReadReceipts;
  profile: PrivacyAudience;
  status: PrivacyAudience;
  online: PrivacyOnline;
  last: PrivacyAudience;
  groupadd: PrivacyAudience;
}
