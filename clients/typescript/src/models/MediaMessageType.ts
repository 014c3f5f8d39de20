// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The kinds of content that have media. */
export const MediaMessageType = [
  'imageMessage',
  'documentMessage',
  'audioMessage',
  'videoMessage',
  'stickerMessage',
  'ptvMessage',
] as const;
export type MediaMessageType = (typeof MediaMessageType)[number];
