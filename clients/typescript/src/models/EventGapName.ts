// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of what tells of a gap. */
export const EventGapName = ['gap'] as const;
export type EventGapName = (typeof EventGapName)[number];
