import type { Flag } from '../schema.ts';

export interface MessageTable {
  id: string;
  instance_id: string;
  key_id: string;
  from_me: Flag;
  remote_jid: string;
  remote_jid_alt: string | null;
  participant: string | null;
  participant_alt: string | null;
  addressing_mode: string | null;
  push_name: string | null;
  status: string;
  message_type: string;
  message: string;
  context_info: string | null;
  message_timestamp: number;
  source: string;
  /** The message as WhatsApp encodes it: what a retry needs. */
  proto: Uint8Array | null;
  created_at: number;
  /** When its author last changed it. */
  edited_at: number | null;
  /** Of an own message in a group: how many others got it, where that is known. */
  recipients: number | null;
}

export interface MessageUpdateTable {
  id: string;
  instance_id: string;
  message_id: string;
  status: string;
  created_at: number;
  /** Of ERROR: why. */
  reason: string | null;
  /** Whose step it is, of a receipt in a group or a vote; null if it is the message's own. */
  participant: string | null;
}

/** An edit or a deletion that this account sent: a message of its own, which may have to be sent again. */
export interface SentChangeTable {
  instance_id: string;
  /** WhatsApp's id of it, not of the message that it changes. */
  key_id: string;
  proto: Uint8Array;
  created_at: number;
}

/** Somebody's last vote in a poll. */
export interface PollVoteTable {
  instance_id: string;
  /** The row of the message that opened the poll. */
  message_id: string;
  voter: string;
  /** JSON array of the names of the options that were chosen. */
  options: string;
  voted_at: number;
}
