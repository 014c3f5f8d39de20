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
}

export interface MessageUpdateTable {
  id: string;
  instance_id: string;
  message_id: string;
  status: string;
  created_at: number;
}
