// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { GroupSetting } from './index.ts';

/** A group and its new setting. */
export interface UpdateGroupSettingBody {
  /** JID of the group, unless the query names it. */
  groupJid?: string;
  action: GroupSetting;
}
