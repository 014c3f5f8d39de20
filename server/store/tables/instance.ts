import type { Generated } from 'kysely';
import type { Flag } from '../schema.ts';

export interface InstanceTable {
  id: string;
  name: string;
  /** `nameKey(name)`: two instances never differ by case alone. */
  name_key: string;
  integration: string;
  number: string | null;
  business_id: string | null;
  token_hash: string;
  /** The token encrypted, kept only where the operator lets fetchInstances show it. */
  token_sealed: string | null;
  connection_status: Generated<string>;
  owner_jid: string | null;
  owner_lid: string | null;
  profile_name: string | null;
  profile_pic_url: string | null;
  disconnection_code: number | null;
  disconnection_object: string | null;
  disconnection_at: number | null;
  /** The number of the instance's last event; raised in the transaction that writes the event. */
  event_seq: Generated<number>;
  /** What the log holds of its events, in bytes of JSON. */
  event_bytes: Generated<number>;
  message_count: Generated<number>;
  contact_count: Generated<number>;
  chat_count: Generated<number>;
  created_at: number;
  updated_at: number;
}

export interface SettingTable {
  id: string;
  instance_id: string;
  reject_call: Generated<Flag>;
  msg_call: Generated<string>;
  groups_ignore: Generated<Flag>;
  always_online: Generated<Flag>;
  read_messages: Generated<Flag>;
  read_status: Generated<Flag>;
  sync_full_history: Generated<Flag>;
  wavoip_token: Generated<string>;
  created_at: number;
  updated_at: number;
}

/** The account's own WhatsApp credentials, one row for each instance. */
export interface CredentialTable {
  instance_id: string;
  /** Encrypted. */
  value: Uint8Array;
  /** 1 once a phone has linked the device: such an instance is restored at start. */
  linked: Flag;
}

export interface SignalKeyTable {
  instance_id: string;
  type: string;
  id: string;
  /** Encrypted. */
  value: Uint8Array;
}
