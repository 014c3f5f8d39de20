import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchChats } from '../../server/store/chat-search.ts';
import { readChat } from '../../server/store/chat-unread.ts';
import { deleteChat, findChat, updateChat, upsertChat } from '../../server/store/chats.ts';
import { searchContacts } from '../../server/store/contact-search.ts';
import { upsertContact } from '../../server/store/contacts.ts';
import { findInstanceById } from '../../server/store/instances.ts';
import { addChatLabel, deleteLabel, listLabels, upsertLabel } from '../../server/store/labels.ts';
import { insertMessage, insertMessages } from '../../server/store/message-insert.ts';
import { findMessageByKey } from '../../server/store/messages.ts';
import type { Db, NewMessage } from '../../server/store/schema.ts';
import { addInstance, newMessage, testDatabase } from './fixtures.ts';

const ANA = '5511988887777@s.whatsapp.net';
const BOB = '4930111111@s.whatsapp.net';
const GROUP = '120363000000000000@g.us';

const insert = (db: Db, id: string, key_id: string, values: Partial<NewMessage> = {}) =>
  insertMessage(db, newMessage(id, { key_id, ...values }));

test('a message makes its chat and brings it up to date', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const first = await insert(db, id, 'a', { message_timestamp: 10 });
  assert.equal(first?.chat?.isNew, true);
  await insert(db, id, 'b', { message_timestamp: 30, from_me: 1 });
  const late = await insert(db, id, 'c', { message_timestamp: 20 });
  assert.equal(late?.chat?.isNew, false);
  const newest = await findMessageByKey(db, id, { id: 'b' });
  assert.partialDeepStrictEqual(await findChat(db, id, [ANA]), {
    ...{ unread_count: 2, active_at: 30, last_message_id: newest?.id, last_received_at: 20 },
  });
  assert.equal((await findInstanceById(db, id))?.chat_count, 1);
});

test('status updates have no chat, and reactions and votes are not its last message', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insert(db, id, 'status', { remote_jid: 'status@broadcast', participant: ANA });
  await insert(db, id, 'reaction', { message_type: 'reactionMessage' });
  assert.deepEqual(await searchChats(db, id, {}), []);
});

test('messages of the past are written once, and are not unread', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insert(db, id, 'known', { message_timestamp: 20 });
  const past = ['known', 'a', 'b'].map((key_id, n) => newMessage(id, { key_id, message_timestamp: 10 + n }));
  const written = await insertMessages(db, [...past, newMessage(id, { key_id: 'x', remote_jid: BOB })]);
  assert.deepEqual(
    written.map(({ key_id }) => key_id),
    ['a', 'b', 'x'],
  );
  const known = await findMessageByKey(db, id, { id: 'known' });
  assert.partialDeepStrictEqual(await findChat(db, id, [ANA]), {
    ...{ unread_count: 1, last_message_id: known?.id },
  });
  assert.partialDeepStrictEqual(await findInstanceById(db, id), { message_count: 4, chat_count: 2 });
});

test('what was read leaves unread what came after it', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  for (const key of ['a', 'b', 'c']) await insert(db, id, key);
  const b = await findMessageByKey(db, id, { id: 'b' });
  assert.ok(b);
  assert.equal((await readChat(db, b))?.unread_count, 1);
  assert.equal(await readChat(db, b), undefined, 'nothing more is read');
});

test('a chat keeps what a change does not name, and goes alone', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await upsertChat(db, id, { remote_jid: GROUP, name: 'Team', active_at: 50 });
  await upsertChat(db, id, { remote_jid: GROUP, archived: 1, active_at: 40, name: undefined });
  assert.partialDeepStrictEqual(await findChat(db, id, [GROUP]), {
    name: 'Team',
    archived: 1,
    active_at: 50,
  });
  assert.equal(await updateChat(db, id, { remote_jid: BOB, name: 'Bob' }), undefined);
  await insert(db, id, 'm', { remote_jid: GROUP });
  assert.equal(await deleteChat(db, id, GROUP), true);
  assert.equal(await deleteChat(db, id, GROUP), false);
  assert.partialDeepStrictEqual(await findInstanceById(db, id), { chat_count: 0, message_count: 1 });
});

test('chats are listed by their last message, with who they are with', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insert(db, id, 'a', { message_timestamp: 10 });
  await insert(db, id, 'b', { message_timestamp: 20, remote_jid: BOB });
  await insert(db, id, 'c', { message_timestamp: 30 });
  await upsertContact(db, id, { remote_jid: ANA, push_name: 'Ana', is_saved: 1, type: 'contact' });
  await addChatLabel(db, id, ANA, '5');
  const [ana, bob] = await searchChats(db, id, {});
  assert.partialDeepStrictEqual(ana, {
    ...{ remote_jid: ANA, labels: ['5'], contact: { push_name: 'Ana', is_saved: 1 } },
    lastMessage: { key_id: 'c' },
  });
  assert.partialDeepStrictEqual(bob, { remote_jid: BOB, contact: undefined, labels: [] });
  const found = async (filter: object, slice = {}) =>
    (await searchChats(db, id, filter, slice)).map((chat) => chat.remote_jid);
  assert.deepEqual(await found({ remoteJids: [BOB] }), [BOB]);
  assert.deepEqual(await found({ gte: 25 }), [ANA]);
  assert.deepEqual(await found({ id: bob?.id }), [BOB]);
  assert.deepEqual(await found({}, { take: 1, skip: 1 }), [BOB]);
  assert.deepEqual(await found({}, { skip: 1 }), [BOB]);
});

test('contacts are told apart: new, changed, as they were', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const write = (values: object) =>
    upsertContact(db, id, { remote_jid: ANA, type: 'group_member', ...values });
  assert.equal((await write({ push_name: 'Ana' }))?.isNew, true);
  assert.equal(await write({ push_name: 'Ana' }), undefined);
  assert.equal(await write({}), undefined);
  assert.partialDeepStrictEqual(await write({ push_name: 'Ana S.', type: 'contact' }), {
    ...{ isNew: false, contact: { push_name: 'Ana S.', type: 'contact' } },
  });
  assert.equal(await write({ type: 'group_member' }), undefined, 'once a contact, always one');
  assert.equal((await findInstanceById(db, id))?.contact_count, 1);
  await upsertContact(db, id, { remote_jid: BOB, push_name: 'Bob', type: 'contact' });
  const found = async (filter: object, slice = {}) =>
    (await searchContacts(db, id, filter, slice)).map((contact) => contact.remote_jid);
  assert.deepEqual(await found({}), [BOB, ANA]);
  assert.deepEqual(await found({ pushName: 'Bob' }), [BOB]);
  assert.deepEqual(await found({ remoteJids: [ANA] }), [ANA]);
  assert.deepEqual(await found({}, { take: 1, skip: 1 }), [ANA]);
});

test('a label goes with its associations', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const label = { instance_id: id, label_id: '5', name: 'VIP', color: 3, predefined_id: null };
  await upsertLabel(db, label);
  await upsertLabel(db, { ...label, name: 'Gold' });
  assert.deepEqual(await listLabels(db, id), [{ ...label, name: 'Gold' }]);
  await addChatLabel(db, id, ANA, '5');
  await insert(db, id, 'a');
  await deleteLabel(db, id, '5');
  assert.deepEqual(await listLabels(db, id), []);
  assert.deepEqual((await searchChats(db, id, {}))[0]?.labels, []);
});
