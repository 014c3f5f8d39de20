// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { PrivacyAudience, PrivacyOnline, PrivacyReadReceipts } from './index.ts';

/** The privacy settings to change: read receipts, and who sees the picture, the text under the name, that the
account is online, when it last was, and who adds it to groups. What is left out stays as it is.
 */
export interface UpdatePrivacySettingsBody {
  readreceipts?: PrivacyReadReceipts;
  profile?: PrivacyAudience;
  status?: PrivacyAudience;
  online?: PrivacyOnline;
  last?: PrivacyAudience;
  groupadd?: PrivacyAudience;
}
