// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** `PENDING`: handed over. `SERVER_ACK`: at WhatsApp, one tick. `DELIVERY_ACK`: on the phone, two ticks.
`READ`: blue. `PLAYED`: listened to. `ERROR`: failed. `DELETED` and `EDITED`: taken back, changed.
 */
export const MessageStatus = [
  'ERROR',
  'PENDING',
  'SERVER_ACK',
  'DELIVERY_ACK',
  'READ',
  'PLAYED',
  'DELETED',
  'EDITED',
] as const;
export type MessageStatus = (typeof MessageStatus)[number];
