import type { Kysely, Selectable, Updateable } from 'kysely';
import type {
  ChatTable,
  ContactTable,
  IdentityTable,
  LabelAssociationTable,
  LabelTable,
} from './tables/chat.ts';
import type { EncryptionTable } from './tables/encryption.ts';
import type {
  AttemptTable,
  DeliveryTable,
  EventTable,
  ReplayTable,
  WebhookTable,
  WebsocketTable,
} from './tables/event.ts';
import type { HistoryPartTable } from './tables/history.ts';
import type { CredentialTable, InstanceTable, SettingTable, SignalKeyTable } from './tables/instance.ts';
import type { MessageTable, MessageUpdateTable, PollVoteTable, SentChangeTable } from './tables/message.ts';
import type { ProxyTable } from './tables/proxy.ts';
import type { IdempotencyKeyTable, OutboxTable } from './tables/sending.ts';

/**
 * The tables. Times are integer milliseconds since the epoch, flags are 0 or 1, structured values are JSON
 * text: the same on SQLite and on Postgres. `Generated` columns have a default in the table.
 */
export interface Database {
  instance: InstanceTable;
  setting: SettingTable;
  credential: CredentialTable;
  signal_key: SignalKeyTable;
  proxy: ProxyTable;
  encryption: EncryptionTable;
  message: MessageTable;
  message_update: MessageUpdateTable;
  poll_vote: PollVoteTable;
  sent_change: SentChangeTable;
  outbox: OutboxTable;
  idempotency_key: IdempotencyKeyTable;
  identity: IdentityTable;
  chat: ChatTable;
  contact: ContactTable;
  label: LabelTable;
  label_association: LabelAssociationTable;
  history_part: HistoryPartTable;
  webhook: WebhookTable;
  websocket: WebsocketTable;
  event: EventTable;
  delivery: DeliveryTable;
  attempt: AttemptTable;
  replay: ReplayTable;
}

/** A database handle or an open transaction: every query takes either. */
export type Db = Kysely<Database>;

export type Flag = 0 | 1;

export type InstanceRow = Selectable<InstanceTable>;
export type InstancePatch = Omit<Updateable<InstanceTable>, 'id' | 'name_key' | 'updated_at'>;
export type SettingRow = Selectable<SettingTable>;
export type ChatRow = Selectable<ChatTable>;
export type ContactRow = Selectable<ContactTable>;
export type LabelRow = Selectable<LabelTable>;
export type ProxyRow = Selectable<ProxyTable>;

/** What the store's functions give and take: the row with its JSON columns as values. */
export type MessageRecord = Omit<Selectable<MessageTable>, 'message' | 'context_info' | 'proto'> & {
  message: JsonObject;
  context_info: JsonObject | null;
};
export type NewMessage = Omit<MessageRecord, 'id' | 'created_at' | 'edited_at' | 'recipients'> & {
  proto: Uint8Array | null;
  recipients?: number | null;
};
export type WebhookRecord = Omit<Selectable<WebhookTable>, 'events' | 'jids'> & {
  events: string[];
  jids: string[];
};
export type WebsocketRecord = Omit<Selectable<WebsocketTable>, 'events'> & { events: string[] };
export type EventRecord = Omit<Selectable<EventTable>, 'data' | 'extra'> & {
  data: unknown;
  extra: JsonObject | null;
};

export type JsonObject = Record<string, unknown>;
