// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** What the media is shown as. A `document` arrives unchanged, the others may be converted. */
export const MediaType = ['image', 'video', 'document', 'audio'] as const;
export type MediaType = (typeof MediaType)[number];
