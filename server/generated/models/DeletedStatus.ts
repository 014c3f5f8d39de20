// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Says that the message was deleted. */
export const DeletedStatus = ['DELETED'] as const;
export type DeletedStatus = (typeof DeletedStatus)[number];
