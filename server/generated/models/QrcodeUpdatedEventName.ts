// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** The name of this event. */
export const QrcodeUpdatedEventName = ['qrcode.updated'] as const;
export type QrcodeUpdatedEventName = (typeof QrcodeUpdatedEventName)[number];
