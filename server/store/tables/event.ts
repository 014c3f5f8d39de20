import type { Generated } from 'kysely';
import type { Flag } from '../schema.ts';

export interface WebhookTable {
  id: string;
  /** Null for the global one, which gets the events of every instance. */
  instance_id: string | null;
  instance_name: string;
  /** 1 for the one that `webhook/set` sets; at most one of an instance. */
  main: Flag;
  url: string;
  /** JSON object of texts; encrypted. */
  headers: string;
  enabled: Flag;
  /** JSON array of UPPER_SNAKE names; empty means all. */
  events: string;
  /** JSON array of the chats whose events are wanted; empty means all. */
  jids: Generated<string>;
  by_events: Flag;
  base64: Flag;
  /** By which requests are signed; encrypted. */
  secret_sealed: string | null;
  /** The one before it, by which they are signed too until `old_secret_until`, or always if that is null. */
  old_secret_sealed: string | null;
  old_secret_until: number | null;
  /** 1 when its instance is gone: the row goes with its last delivery. */
  retired: Generated<Flag>;
  created_at: number;
  updated_at: number;
}

export interface WebsocketTable {
  id: string;
  instance_id: string;
  enabled: Flag;
  events: string;
  created_at: number;
  updated_at: number;
}

export interface EventTable {
  /** UUIDv7: sortable by time. */
  id: string;
  instance_id: string;
  seq: number;
  instance_name: string;
  /** The wire name, such as `messages.upsert`. */
  type: string;
  /** The typed payload as JSON: the envelope around it is made for each destination. */
  data: string;
  /** The account's own JID when it happened. */
  sender: string | null;
  created_at: number;
  /** JSON object of what the envelope shows beside `data`. */
  extra: string | null;
}

export interface DeliveryTable {
  id: string;
  webhook_id: string;
  event_id: string;
  instance_id: string;
  /**
   * Empty for what happens; else the id of what sends it again: a replay, or a delivery or dead letters that
   * are tried anew. Each goes its own way, so that what happens never waits for the past.
   */
  channel: Generated<string>;
  /** The event's number: deliveries of one webhook, instance and channel go out in its order. */
  seq: number;
  /** `dead` when it was given up. */
  state: Generated<DeliveryState>;
  attempts: Generated<number>;
  next_attempt_at: number;
  last_error: string | null;
  /** Since when it is tried: at first that of its creation. */
  queued_at: number;
  /** When it was delivered or given up. */
  settled_at: number | null;
  created_at: number;
}

export type DeliveryState = 'pending' | 'delivered' | 'dead';

/** One try of a delivery. */
export interface AttemptTable {
  delivery_id: string;
  /** From 1 on. */
  number: number;
  started_at: number;
  duration_ms: number;
  /** What the receiver answered; null if it did not. */
  status: number | null;
  /** Why it failed; null if it did not. */
  error: string | null;
}

/** A window of the log that is sent again to a webhook; its deliveries are made a few at a time. */
export interface ReplayTable {
  id: string;
  webhook_id: string;
  instance_id: string;
  /** The first event of which no delivery has been made yet. */
  next_seq: number;
  last_seq: number;
  /** When the last of its deliveries was made. */
  finished_at: number | null;
  created_at: number;
}
