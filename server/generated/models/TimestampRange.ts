// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A stretch of time, both ends included. Either end may be left out. */
export interface TimestampRange {
  /** The earliest: an ISO 8601 date, or seconds since 1970. */
  gte?: string;
  /** The latest: an ISO 8601 date, or seconds since 1970. */
  lte?: string;
}
