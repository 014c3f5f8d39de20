// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What the history held that was not there before. */
export interface MessagingHistorySetData {
  messageCount: number;
  chatCount: number;
  contactCount: number;
  /** Whether the old messages of `syncFullHistory` are in it. */
  isFull: boolean;
}
