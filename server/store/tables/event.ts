import type { Generated } from 'kysely';
import type { Flag } from '../schema.ts';

export interface WebhookTable {
  id: string;
  instance_id: string;
  instance_name: string;
  url: string;
  headers: string;
  enabled: Flag;
  /** JSON array of UPPER_SNAKE names; empty means all. */
  events: string;
  by_events: Flag;
  base64: Flag;
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
  /** The event's number: deliveries of one webhook and instance go out in its order. */
  seq: number;
  /** `pending`, or `dead` when it was given up. */
  state: Generated<'pending' | 'dead'>;
  attempts: Generated<number>;
  next_attempt_at: number;
  last_error: string | null;
  created_at: number;
}
