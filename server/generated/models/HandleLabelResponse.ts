// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What was done. */
export interface HandleLabelResponse {
  /** JID of the chat. */
  numberJid: string;
  /** Id of the label. */
  labelId: string;
  /** True where it was put on. */
  add?: boolean;
  /** True where it was taken off. */
  remove?: boolean;
}
