// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The settings to change. What is left out stays as it is. */
export interface SetSettingsBody {
  /** Reject incoming calls. */
  rejectCall?: boolean;
  /** Text that a rejected caller gets. */
  msgCall?: string;
  /** Drop everything that happens in groups. */
  groupsIgnore?: boolean;
  /** Keep showing the account as online. */
  alwaysOnline?: boolean;
  /** Mark every incoming message as read. */
  readMessages?: boolean;
  /** Mark every status update as seen. */
  readStatus?: boolean;
  /** Ask for the whole history at the next linking. */
  syncFullHistory?: boolean;
  /** Stored and shown again. */
  wavoipToken?: string;
}
