// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The settings as they stand in the list of instances. */
export interface SettingsRow {
  id: string;
  rejectCall: boolean;
  msgCall: string;
  groupsIgnore: boolean;
  alwaysOnline: boolean;
  readMessages: boolean;
  readStatus: boolean;
  syncFullHistory: boolean;
  wavoipToken: string;
  createdAt: string;
  updatedAt: string;
  instanceId: string;
}
