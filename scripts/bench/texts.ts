import type { NewEvent } from '../../server/events/types.ts';
import { toRecord } from '../../server/session/translate/message.ts';
import type { NewMessage } from '../../server/store/schema.ts';

const PEOPLE = 50;
const BEGAN = 1_700_000_000;

/** The n-th text that an instance receives, as its session has it stored. */
export const textRow = (instanceId: string, n: number): NewMessage => ({
  instance_id: instanceId,
  key_id: `3EB0${n.toString(16).toUpperCase().padStart(18, '0')}`,
  from_me: 0,
  remote_jid: `1555${String(n % PEOPLE).padStart(7, '0')}@s.whatsapp.net`,
  remote_jid_alt: null,
  participant: null,
  participant_alt: null,
  addressing_mode: null,
  push_name: 'Ana',
  status: 'DELIVERY_ACK',
  message_type: 'conversation',
  message: { conversation: `message ${n}: ${'text '.repeat(16)}` },
  context_info: null,
  message_timestamp: BEGAN + n,
  source: 'android',
  proto: Buffer.alloc(100),
});

/** The event that tells of it. */
export const textEvent = (row: NewMessage): NewEvent => ({ type: 'messages.upsert', data: toRecord(row) });
