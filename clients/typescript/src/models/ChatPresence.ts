// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `composing`: typing. `recording`: recording a voice message. `paused`: neither any more. `available` and
`unavailable`: online and offline.
 */
export const ChatPresence = ['unavailable', 'available', 'composing', 'recording', 'paused'] as const;
export type ChatPresence = (typeof ChatPresence)[number];
