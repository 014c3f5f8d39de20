import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findInstanceById } from '../../server/store/instances.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { searchMessages } from '../../server/store/message-search.ts';
import { type MessageStatus, setMessageStatus } from '../../server/store/message-status.ts';
import { findMessageByKey, findMessageProto } from '../../server/store/messages.ts';
import { addInstance, newMessage, testDatabase } from './fixtures.ts';

const ANA = '5511988887777@s.whatsapp.net';
const ANA_LID = '123456789@lid';
const BOB = '4930111111@s.whatsapp.net';

test('a message is written once for its key, and counted once', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  assert.ok(await insertMessage(db, newMessage(id)));
  assert.equal(await insertMessage(db, newMessage(id, { message: { conversation: 'else' } })), undefined);
  assert.ok(await insertMessage(db, newMessage(id, { from_me: 1 })));
  assert.ok(await insertMessage(db, newMessage(id, { remote_jid: BOB })));
  assert.equal((await findInstanceById(db, id))?.message_count, 3);
  const stored = await findMessageByKey(db, id, { id: '3EB0C0FFEE', remoteJid: ANA, fromMe: false });
  assert.deepEqual(stored?.message, { conversation: 'hello' });
});

test('a message is found by either JID of its chat; its encoding apart', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const contextInfo = { stanzaId: 'X' };
  const proto = new Uint8Array([10, 5, 104]);
  await insertMessage(db, newMessage(id, { remote_jid_alt: ANA_LID, context_info: contextInfo, proto }));
  for (const remoteJid of [ANA, ANA_LID, undefined]) {
    const found = await findMessageByKey(db, id, { id: '3EB0C0FFEE', remoteJid });
    assert.deepEqual(found?.context_info, contextInfo);
  }
  const bytes = await findMessageProto(db, id, { id: '3EB0C0FFEE' });
  assert.deepEqual(bytes && [...bytes], [...proto]);
  assert.equal(await findMessageByKey(db, id, { id: '3EB0C0FFEE', remoteJid: BOB }), undefined);
  assert.equal(await findMessageProto(db, id, { id: 'other' }), undefined);
});

test('a status only moves forward', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const cases: [MessageStatus, MessageStatus, boolean][] = [
    ['PENDING', 'SERVER_ACK', true],
    ['PENDING', 'READ', true],
    ['PENDING', 'ERROR', true],
    ['SERVER_ACK', 'ERROR', true],
    ['SERVER_ACK', 'SERVER_ACK', false],
    ['DELIVERY_ACK', 'ERROR', false],
    ['DELIVERY_ACK', 'PENDING', false],
    ['READ', 'DELIVERY_ACK', false],
    ['READ', 'PLAYED', true],
    ['PLAYED', 'READ', false],
    ['ERROR', 'DELIVERY_ACK', true],
    ['ERROR', 'PENDING', false],
  ];
  for (const [from, to, moves] of cases) {
    const key = { id: `${from} to ${to}` };
    await insertMessage(db, newMessage(id, { key_id: key.id, status: from }));
    const moved = await setMessageStatus(db, id, key, to);
    assert.equal(moved?.status, moves ? to : undefined, key.id);
    assert.equal((await findMessageByKey(db, id, key))?.status, moves ? to : from, key.id);
  }
});

test('the steps that were taken are the history of the message', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insertMessage(db, newMessage(id));
  const key = { id: '3EB0C0FFEE', remoteJid: ANA, fromMe: false };
  for (const status of ['SERVER_ACK', 'READ', 'DELIVERY_ACK'] as const) {
    await setMessageStatus(db, id, key, status);
  }
  assert.equal(await setMessageStatus(db, id, { ...key, fromMe: true }, 'PLAYED'), undefined);
  const { records } = await searchMessages(db, id, {}, { number: 1, size: 10 });
  assert.deepEqual(
    records[0]?.updates.map((update) => update.status),
    ['SERVER_ACK', 'READ'],
  );
});
