import type {
  CallData,
  ChatData,
  ConnectionUpdateData,
  ContactData,
  GroupChange,
  GroupMetadata,
  GroupParticipantsUpdateData,
  InstanceReference,
  LabelsAssociationData,
  LabelsEditData,
  MessageDeleteData,
  MessageEditData,
  MessageRecord,
  MessageUpdateData,
  MessagingHistorySetData,
  PresenceUpdateData,
  QrcodeUpdatedData,
  StatusInstanceData,
  WebhookTestData,
} from '../generated/index.ts';
import type { EventRecord, JsonObject } from '../store/schema.ts';

/** What each event carries as `data`: the schemas of the spec (wire-contract 3.3). */
export interface EventPayloads {
  'application.startup': InstanceReference;
  call: CallData;
  'chats.delete': string[];
  'chats.set': ChatData[];
  'chats.update': ChatData[];
  'chats.upsert': ChatData[];
  'connection.update': ConnectionUpdateData;
  'contacts.set': ContactData[];
  'contacts.update': ContactData[];
  'contacts.upsert': ContactData[];
  'group-participants.update': GroupParticipantsUpdateData;
  'groups.update': GroupChange[];
  'groups.upsert': GroupMetadata[];
  'instance.create': InstanceReference;
  'instance.delete': InstanceReference;
  'labels.association': LabelsAssociationData;
  'labels.edit': LabelsEditData;
  'logout.instance': null;
  'messages.delete': MessageDeleteData;
  'messages.edited': MessageEditData;
  'messages.set': MessageRecord[];
  'messages.update': MessageUpdateData;
  'messages.upsert': MessageRecord;
  'messaging-history.set': MessagingHistorySetData;
  'presence.update': PresenceUpdateData;
  'qrcode.updated': QrcodeUpdatedData;
  'remove.instance': null;
  'send.message': MessageRecord;
  'send.message.update': MessageEditData;
  'status.instance': StatusInstanceData;
  'webhook.test': WebhookTestData;
}

export type EventName = keyof EventPayloads;

/** An event that is about to be recorded. `extra`: what its envelope shows beside `data`. */
export type NewEvent = {
  [Name in EventName]: { type: Name; data: EventPayloads[Name]; extra?: JsonObject };
}[EventName];

/** An event that is recorded, and the webhooks it is queued for. */
export interface RecordedEvent extends EventRecord {
  webhookIds: string[];
}
