// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What the status update consists of. */
export const StatusType = ['text', 'image', 'video', 'audio'] as const;
export type StatusType = (typeof StatusType)[number];
