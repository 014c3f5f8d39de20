// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const ConnectionUpdateEventName = ['connection.update'] as const;
export type ConnectionUpdateEventName = (typeof ConnectionUpdateEventName)[number];
