import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenKey, shownKey, wireKey } from '../../server/session/chats/stored-key.ts';
import type { MessageRecord } from '../../server/store/schema.ts';

const GROUP = '120363000000000001@g.us';
const [PN, LID] = ['15550001@s.whatsapp.net', '99001@lid'];

function row(columns: Partial<MessageRecord>): MessageRecord {
  const origin = { id: 'c1', instance_id: 'i1', key_id: '3EB0', from_me: 0, source: 'web', status: 'READ' };
  const names = { remote_jid: PN, remote_jid_alt: null, participant: null, participant_alt: null };
  const content = { message_type: 'conversation', message: {}, context_info: null, push_name: null };
  const times = { message_timestamp: 1, created_at: 1, edited_at: null };
  return { ...origin, ...names, ...content, ...times, addressing_mode: null, ...columns } as MessageRecord;
}

/** A stored message, and how WhatsApp is told of it: by the names under which it came. */
const ROWS: [title: string, columns: Partial<MessageRecord>, wire: object][] = [
  ['a chat by numbers', {}, { remoteJid: PN }],
  ['a chat by LIDs', { addressing_mode: 'lid', remote_jid_alt: LID }, { remoteJid: LID }],
  [
    'a chat by LIDs, of which the number is not known',
    { addressing_mode: 'lid', remote_jid: LID },
    { remoteJid: LID },
  ],
  [
    'a group by numbers',
    { addressing_mode: 'pn', remote_jid: GROUP, participant: PN, participant_alt: LID },
    { remoteJid: GROUP, participant: PN },
  ],
  [
    'a group by LIDs',
    { addressing_mode: 'lid', remote_jid: GROUP, participant: PN, participant_alt: LID },
    { remoteJid: GROUP, participant: LID },
  ],
];

for (const [title, columns, wire] of ROWS) {
  test(`the key for WhatsApp: ${title}`, () => {
    assert.deepEqual(wireKey(row(columns)), { id: '3EB0', fromMe: false, ...wire });
  });
}

test('the key that is shown has the numbers', () => {
  const stored = row({ addressing_mode: 'lid', remote_jid: GROUP, participant: PN, participant_alt: LID });
  assert.deepEqual(shownKey(stored), { id: '3EB0', fromMe: false, remoteJid: GROUP, participant: PN });
});

test('the key that a caller gives, in any spelling', () => {
  const given = { id: '3EB0', fromMe: false, remoteJid: '+1 (555) 0001', participant: '' };
  assert.deepEqual(givenKey(given), { id: '3EB0', fromMe: false, remoteJid: PN });
  const inGroup = { ...given, remoteJid: GROUP, participant: '15550001:12@s.whatsapp.net' };
  assert.deepEqual(givenKey(inGroup), { id: '3EB0', fromMe: false, remoteJid: GROUP, participant: PN });
});
