// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { GroupSetting } from './index.ts';

/** What holds in the group from now on. */
export interface UpdateGroupSettingResponse {
  updateSetting: GroupSetting;
}
