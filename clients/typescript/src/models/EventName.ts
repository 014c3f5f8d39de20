// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** A name to subscribe to. The event itself carries it in lower case with dots: `MESSAGES_UPSERT` arrives as
`messages.upsert`. Names in that spelling, or with dashes, are accepted too. `NEW_JWT_TOKEN` and the
`TYPEBOT` names are accepted for the sake of existing clients and never fire.
 */
export const EventName = [
  'APPLICATION_STARTUP',
  'INSTANCE_CREATE',
  'INSTANCE_DELETE',
  'REMOVE_INSTANCE',
  'LOGOUT_INSTANCE',
  'STATUS_INSTANCE',
  'QRCODE_UPDATED',
  'CONNECTION_UPDATE',
  'MESSAGING_HISTORY_SET',
  'MESSAGES_SET',
  'MESSAGES_UPSERT',
  'MESSAGES_EDITED',
  'MESSAGES_UPDATE',
  'MESSAGES_DELETE',
  'SEND_MESSAGE',
  'SEND_MESSAGE_UPDATE',
  'CONTACTS_SET',
  'CONTACTS_UPSERT',
  'CONTACTS_UPDATE',
  'PRESENCE_UPDATE',
  'CHATS_SET',
  'CHATS_UPSERT',
  'CHATS_UPDATE',
  'CHATS_DELETE',
  'GROUPS_UPSERT',
  'GROUP_UPDATE',
  'GROUP_PARTICIPANTS_UPDATE',
  'LABELS_EDIT',
  'LABELS_ASSOCIATION',
  'CALL',
  'TYPEBOT_START',
  'TYPEBOT_CHANGE_STATUS',
  'NEW_JWT_TOKEN',
] as const;
export type EventName = (typeof EventName)[number];
