// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** One option of a poll and who chose it. */
export interface PollUpdate {
  /** The option. */
  name: string;
  /** JIDs. */
  voters: Array<string>;
}
