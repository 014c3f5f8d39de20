import type {
  ConnectionUpdateData,
  MessageRecord,
  MessageUpdateData,
  QrcodeUpdatedData,
} from '../generated/index.ts';
import type { EventRecord } from '../store/schema.ts';

/** What each event carries as `data`: the schemas of the spec. */
export interface EventPayloads {
  'connection.update': ConnectionUpdateData;
  'messages.update': MessageUpdateData;
  'messages.upsert': MessageRecord;
  'qrcode.updated': QrcodeUpdatedData;
  'send.message': MessageRecord;
}

export type EventName = keyof EventPayloads;

/** An event that is about to be recorded. */
export type NewEvent = { [Name in EventName]: { type: Name; data: EventPayloads[Name] } }[EventName];

/** An event that is recorded, and the webhooks it is queued for. */
export interface RecordedEvent extends EventRecord {
  webhookIds: string[];
}
