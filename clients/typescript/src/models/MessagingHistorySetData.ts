// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What the history held that was not there before. */
export interface MessagingHistorySetData {
  messageCount: number;
  chatCount: number;
  /** Those of whom `contacts.set` told; who was told again with a name counts again. */
  contactCount: number;
  /** Whether the old messages of `syncFullHistory` are in it. */
  isFull: boolean;
}
