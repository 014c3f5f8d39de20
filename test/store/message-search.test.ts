import assert from 'node:assert/strict';
import { test } from 'node:test';
import { learnIdentities } from '../../server/store/identities.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { type MessageFilter, pageQuery, searchMessages } from '../../server/store/message-search.ts';
import { findMessageByKey } from '../../server/store/messages.ts';
import { addInstance, newMessage, queryPlan, testDatabase } from './fixtures.ts';

const ANA = '5511988887777@s.whatsapp.net';
const ANA_LID = '123456789@lid';
const BOB = '4930111111@s.whatsapp.net';

test('pages run from the newest message, in the order of arrival within a second', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  for (const [keyId, time] of [
    ['a', 5],
    ['b', 7],
    ['c', 7],
    ['d', 6],
    ['e', 7],
  ] as const) {
    await insertMessage(db, newMessage(id, { key_id: keyId, message_timestamp: time }));
  }
  const page = async (number: number) => await searchMessages(db, id, {}, { number, size: 2 });
  const keys = [];
  for (const number of [1, 2, 3, 4]) {
    const { total, records } = await page(number);
    assert.equal(total, 5);
    keys.push(...records.map((record) => record.key_id));
  }
  assert.deepEqual(keys, ['e', 'c', 'b', 'd', 'a']);
});

test('each filter narrows the search and its total', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const other = await addInstance(db, 'other');
  await learnIdentities(db, id, [
    { lid: ANA_LID, pn: ANA },
    { lid: '9@lid', pn: BOB },
  ]);
  await insertMessage(db, newMessage(other.id, { key_id: 'foreign' }));
  await insertMessage(db, newMessage(id, { key_id: 'ana', remote_jid_alt: ANA_LID, message_timestamp: 10 }));
  await insertMessage(
    db,
    newMessage(id, { key_id: 'own', from_me: 1, source: 'web', message_timestamp: 20 }),
  );
  const group = { remote_jid: '12036@g.us', participant: BOB, participant_alt: '9@lid' };
  await insertMessage(db, newMessage(id, { key_id: 'bob', ...group, message_timestamp: 30 }));
  await insertMessage(db, newMessage(id, { key_id: 'image', message_type: 'imageMessage', remote_jid: BOB }));

  const image = await findMessageByKey(db, id, { id: 'image' });
  const cases: [MessageFilter, string[]][] = [
    [{}, ['image', 'bob', 'own', 'ana']],
    [{ id: image?.id }, ['image']],
    [{ keyId: 'own' }, ['own']],
    [{ keyId: 'foreign' }, []],
    [{ fromMe: false }, ['image', 'bob', 'ana']],
    [{ remoteJids: [ANA] }, ['own', 'ana']],
    [{ remoteJids: [ANA_LID] }, ['own', 'ana']],
    [{ remoteJids: [ANA, BOB] }, ['image', 'own', 'ana']],
    [{ participants: [BOB] }, ['bob']],
    [{ participants: ['9@lid'] }, ['bob']],
    [{ messageType: 'imageMessage' }, ['image']],
    [{ source: 'web' }, ['own']],
    [{ gte: 20 }, ['image', 'bob', 'own']],
    [{ gte: 10, lte: 20 }, ['own', 'ana']],
  ];
  for (const [filter, expected] of cases) {
    const { total, records } = await searchMessages(db, id, filter, { number: 1, size: 10 });
    assert.deepEqual(
      records.map((record) => record.key_id),
      expected,
      JSON.stringify(filter),
    );
    assert.equal(total, expected.length, JSON.stringify(filter));
  }
});

test('a page is read from an index, without sorting', async (t) => {
  const db = await testDatabase(t);
  const page = { number: 1, size: 50 };
  const cases: [MessageFilter, string][] = [
    [{}, 'message_by_time (instance_id=?)'],
    [{ gte: 5 }, 'message_by_time (instance_id=? AND message_timestamp>?)'],
    [{ remoteJids: [ANA] }, 'message_by_chat (instance_id=? AND remote_jid=?)'],
    [
      { remoteJids: [ANA], lte: 5 },
      'message_by_chat (instance_id=? AND remote_jid=? AND message_timestamp<?)',
    ],
  ];
  for (const [filter, index] of cases) {
    assert.deepEqual(await queryPlan(db, pageQuery(db, 'i', filter, page)), [
      `SEARCH message USING INDEX ${index}`,
    ]);
  }
});
