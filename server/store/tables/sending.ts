import type { Generated } from 'kysely';
import type { Flag } from '../schema.ts';

/** A message of this account of which WhatsApp has not said yet that it has it. */
export interface OutboxTable {
  id: string;
  instance_id: string;
  /** WhatsApp's id of the message, which is kept with its content elsewhere. */
  key_id: string;
  /** The account's own JID: what one account has written, another must not send. */
  sender: string;
  /** Where it goes, as WhatsApp knows it. */
  jid: string;
  /** What it does to another message, in WhatsApp's own figures; null if it stands for itself. */
  edit: string | null;
  /** JSON array: what WhatsApp's servers are told beside the content. */
  nodes: string | null;
  /** JSON array of JIDs: who sees it, of a status update. */
  audience: string | null;
  /** 1 while a part of the audience was not given it: that WhatsApp has taken it for others is not the end then. */
  unfinished: Generated<Flag>;
  created_at: number;
}

/** What a caller was answered under an idempotency key. */
export interface IdempotencyKeyTable {
  instance_id: string;
  key: string;
  /** Of the operation and its body: the same key never stands for two of them. */
  fingerprint: string;
  /** The HTTP status. */
  status: number;
  /** JSON: the body of a success, or what is wrong. */
  answer: string;
  created_at: number;
}
