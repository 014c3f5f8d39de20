import type { Generated } from 'kysely';
import type { Flag } from '../schema.ts';

/** The two names of one person: the hidden id, and the JID made of the phone number. */
export interface IdentityTable {
  instance_id: string;
  lid: string;
  pn: string;
}

export interface ChatTable {
  id: string;
  instance_id: string;
  /** The phone's JID where it is known. */
  remote_jid: string;
  /** As the phone's address book or the group calls it. */
  name: string | null;
  unread_count: Generated<number>;
  archived: Generated<Flag>;
  pinned: Generated<Flag>;
  /** Seconds: when the last message was written. */
  active_at: Generated<number>;
  last_message_id: string | null;
  /** Seconds: when the last message that is not the account's own was written. */
  last_received_at: number | null;
  /** Seconds after which its messages disappear; 0 is never. Groups know it themselves. */
  disappears_after: Generated<number>;
  created_at: number;
  updated_at: number;
}

export interface ContactTable {
  id: string;
  instance_id: string;
  remote_jid: string;
  /** The name they show to others; of a group, its subject. */
  push_name: string | null;
  /** The name in the phone's address book. */
  name: string | null;
  profile_pic_url: string | null;
  /** 1 if the phone's address book has them. */
  is_saved: Generated<Flag>;
  /** `contact`, `group`, or `group_member`: known by what they wrote in a group alone. */
  type: string;
  created_at: number;
  updated_at: number;
}

export interface LabelTable {
  instance_id: string;
  /** WhatsApp's. */
  label_id: string;
  name: string;
  color: number;
  predefined_id: string | null;
}

/** A label on a chat. */
export interface LabelAssociationTable {
  instance_id: string;
  remote_jid: string;
  label_id: string;
}
