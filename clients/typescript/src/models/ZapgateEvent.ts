// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ApplicationStartupEvent,
  CallEvent,
  ChatsDeleteEvent,
  ChatsSetEvent,
  ChatsUpdateEvent,
  ChatsUpsertEvent,
  ConnectionUpdateEvent,
  ContactsSetEvent,
  ContactsUpdateEvent,
  ContactsUpsertEvent,
  GroupParticipantsUpdateEvent,
  GroupsUpdateEvent,
  GroupsUpsertEvent,
  InstanceCreateEvent,
  InstanceDeleteEvent,
  LabelsAssociationEvent,
  LabelsEditEvent,
  LogoutInstanceEvent,
  MessagesDeleteEvent,
  MessagesEditedEvent,
  MessagesSetEvent,
  MessagesUpdateEvent,
  MessagesUpsertEvent,
  MessagingHistorySetEvent,
  PresenceUpdateEvent,
  QrcodeUpdatedEvent,
  RemoveInstanceEvent,
  SendMessageEvent,
  SendMessageUpdateEvent,
  StatusInstanceEvent,
  WebhookTestEvent,
} from './index.ts';

/** An event, whichever it is; `event` says which. */
export type ZapgateEvent =
  | ApplicationStartupEvent
  | CallEvent
  | ChatsDeleteEvent
  | ChatsSetEvent
  | ChatsUpdateEvent
  | ChatsUpsertEvent
  | ConnectionUpdateEvent
  | ContactsSetEvent
  | ContactsUpdateEvent
  | ContactsUpsertEvent
  | GroupParticipantsUpdateEvent
  | GroupsUpdateEvent
  | GroupsUpsertEvent
  | InstanceCreateEvent
  | InstanceDeleteEvent
  | LabelsAssociationEvent
  | LabelsEditEvent
  | LogoutInstanceEvent
  | MessagesDeleteEvent
  | MessagesEditedEvent
  | MessagesSetEvent
  | MessagesUpdateEvent
  | MessagesUpsertEvent
  | MessagingHistorySetEvent
  | PresenceUpdateEvent
  | QrcodeUpdatedEvent
  | RemoveInstanceEvent
  | SendMessageEvent
  | SendMessageUpdateEvent
  | StatusInstanceEvent
  | WebhookTestEvent;
