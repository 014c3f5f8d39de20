// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The kind of device that sent the message, guessed from its id. */
export const MessageSource = ['ios', 'android', 'web', 'desktop', 'unknown'] as const;
export type MessageSource = (typeof MessageSource)[number];
