// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** All settings, in both spellings that clients read. */
export interface Settings {
  /** Reject incoming calls. */
  rejectCall: boolean;
  /** Text that a rejected caller gets. */
  msgCall: string;
  /** Drop everything that happens in groups. */
  groupsIgnore: boolean;
  /** Keep showing the account as online. */
  alwaysOnline: boolean;
  /** Mark every incoming message as read. */
  readMessages: boolean;
  /** Mark every status update as seen. */
  readStatus: boolean;
  /** Ask for the whole history when linking. */
  syncFullHistory: boolean;
  /** As it was stored. */
  wavoipToken: string;
  reject_call: boolean;
  msg_call: string;
  groups_ignore: boolean;
  always_online: boolean;
  read_messages: boolean;
  read_status: boolean;
  sync_full_history: boolean;
}
