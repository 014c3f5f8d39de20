import type { Generated } from 'kysely';

/** A part of the history that a phone gives a newly linked device, in the order of `id`. */
export interface HistoryPartTable {
  id: string;
  instance_id: string;
  /** Of the message that told of it. */
  message_id: string;
  /** Whether it is of the first history after the link: 0 or 1. */
  is_latest: 0 | 1;
  /** The encoded HistorySyncNotification: what it holds, or where that is. Null once all of it is recorded. */
  notification: Uint8Array | null;
  /** Of its transactions, how many are done. */
  steps: Generated<number>;
  message_count: Generated<number>;
  chat_count: Generated<number>;
  contact_count: Generated<number>;
  created_at: number;
}
