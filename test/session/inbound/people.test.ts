import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupMetadata } from '@whiskeysockets/baileys';
import { findChat } from '../../../server/store/chats.ts';
import { findContactsByJid } from '../../../server/store/contacts.ts';
import { findCounterparts } from '../../../server/store/identities.ts';
import { labelsOf, listLabels } from '../../../server/store/labels.ts';
import { ANA, ANA_LID, BOB, dataOf, GROUP, ME, message, testInbound, typesOf, upsert } from './inbound.ts';

test('the address book is kept, and tells who is who', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const events = await deliver({ 'contacts.upsert': [{ id: ANA, lid: ANA_LID, name: 'Ana Silva' }] });
  assert.deepEqual(dataOf(events, 'contacts.upsert'), [
    { remoteJid: ANA, pushName: 'Ana Silva', profilePicUrl: null, instanceId: id },
  ]);
  assert.partialDeepStrictEqual(await findContactsByJid(db, id, [ANA]), [{ is_saved: 1, type: 'contact' }]);
  assert.equal((await findCounterparts(db, id, [ANA_LID])).get(ANA_LID), ANA);
  const named = await deliver({ 'contacts.update': [{ id: ANA_LID, notify: 'Ana' }] });
  assert.partialDeepStrictEqual(dataOf(named, 'contacts.update'), [{ remoteJid: ANA, pushName: 'Ana' }]);
  assert.deepEqual(await deliver({ 'contacts.update': [{ id: ANA, notify: 'Ana' }] }), []);
  assert.deepEqual(await deliver({ 'contacts.update': [{ id: ME, notify: 'Shop' }] }), [], 'oneself');
});

test('chats are renamed, archived, marked as unread, and deleted', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  await deliver(upsert(message({ conversation: 'hi' })));
  const changed = await deliver({
    'chats.update': [{ id: ANA, name: 'Ana', archived: true, unreadCount: -1 }],
  });
  assert.deepEqual(typesOf(changed), ['chats.update', 'chats.upsert']);
  assert.partialDeepStrictEqual(await findChat(db, id, [ANA]), { name: 'Ana', archived: 1, unread_count: 1 });
  const active = await deliver({ 'chats.update': [{ id: ANA, unreadCount: 3, conversationTimestamp: 9 }] });
  assert.deepEqual(dataOf(active, 'chats.update'), [{ remoteJid: ANA, instanceId: id }]);
  assert.equal((await findChat(db, id, [ANA]))?.unread_count, 1, 'messages are counted when they come');
  const gone = await deliver({ 'chats.delete': [ANA] });
  assert.deepEqual(dataOf(gone, 'chats.delete'), [ANA]);
  assert.equal(await findChat(db, id, [ANA]), undefined);
});

const TEAM: GroupMetadata = {
  ...{ id: GROUP, subject: 'Team', owner: ANA_LID, ownerPn: ANA, creation: 1_714_769_954, size: 2 },
  participants: [
    { id: ANA_LID, phoneNumber: ANA, admin: 'superadmin' },
    { id: '111@lid', phoneNumber: ME, admin: null },
  ],
};

test('a new group is told with its members, and is a chat and a contact', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const chat = { id: GROUP, name: 'Team', conversationTimestamp: TEAM.creation ?? 0 };
  const events = await deliver({ 'chats.upsert': [chat], 'groups.upsert': [TEAM] });
  assert.partialDeepStrictEqual(dataOf(events, 'groups.upsert'), [
    { id: GROUP, subject: 'Team', owner: ANA, participants: [{ id: ANA_LID, phoneNumber: ANA }, {}] },
  ]);
  assert.partialDeepStrictEqual(dataOf(events, 'chats.upsert'), [{ remoteJid: GROUP, name: 'Team' }]);
  assert.partialDeepStrictEqual(await findContactsByJid(db, id, [GROUP]), [
    { type: 'group', push_name: 'Team' },
  ]);
  assert.equal((await findCounterparts(db, id, [ANA_LID])).get(ANA_LID), ANA);
});

test('changes of a group tell what changed alone, and the subject is the name of its chat', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  await deliver({ 'chats.upsert': [{ id: GROUP, name: 'Team' }] });
  const events = await deliver({
    'groups.update': [
      { id: GROUP, subject: 'A-Team', author: ANA_LID, authorPn: ANA, desc: undefined as never },
    ],
  });
  assert.deepEqual(dataOf(events, 'groups.update'), [
    { id: GROUP, subject: 'A-Team', author: ANA, desc: null },
  ]);
  assert.equal((await findChat(db, id, [GROUP]))?.name, 'A-Team');
});

test('who joins and leaves is told by JIDs, with what is known of them', async (t) => {
  const { deliver } = await testInbound(t);
  await deliver({ 'contacts.upsert': [{ id: ANA, name: 'Ana Silva' }] });
  const events = await deliver({
    'group-participants.update': {
      ...{ id: GROUP, author: BOB, action: 'add' },
      participants: [{ id: ANA_LID, phoneNumber: ANA, admin: null }, { id: '9@lid' }],
    },
  });
  assert.deepEqual(dataOf(events, 'group-participants.update'), {
    ...{ id: GROUP, author: BOB, action: 'add', participants: [ANA, '9@lid'] },
    participantsData: [{ jid: ANA, phoneNumber: ANA, name: 'Ana Silva' }, { jid: '9@lid' }],
  });
});

test('labels are kept, renamed and deleted, and put on chats', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const label = { id: '5', name: 'VIP', color: 3, deleted: false };
  const edited = await deliver({ 'labels.edit': label });
  assert.deepEqual(dataOf(edited, 'labels.edit'), { ...label, predefinedId: null, instance: 'shop' });
  const association = { type: 'label_jid', chatId: ANA, labelId: '5' } as never;
  const put = await deliver({ 'labels.association': { association, type: 'add' } });
  assert.deepEqual(dataOf(put, 'labels.association'), {
    ...{ instance: 'shop', type: 'add', chatId: ANA, labelId: '5' },
  });
  await deliver({ 'labels.edit': { ...label, deleted: true } });
  assert.deepEqual(await listLabels(db, id), []);
});

test('a label comes before the chat, and before it is known who that is', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const association = { type: 'label_jid', chatId: ANA_LID, labelId: '5' } as never;
  await deliver({ 'labels.association': { association, type: 'add' } });
  await deliver({ 'lid-mapping.update': { lid: ANA_LID, pn: ANA } });
  assert.deepEqual(await labelsOf(db, id, [ANA, ANA_LID]), new Map([[ANA, ['5']]]));
});

test('groups are no contacts either where the settings say so', async (t) => {
  const { deliver } = await testInbound(t, { groups_ignore: 1 });
  const contacts = [{ id: GROUP, name: 'Team', imgUrl: 'https://pictures.test/1' }];
  assert.deepEqual(await deliver({ 'contacts.update': contacts, 'contacts.upsert': contacts }), []);
});

test('presences and calls are told by phone where it is known', async (t) => {
  const { deliver } = await testInbound(t);
  await deliver({ 'lid-mapping.update': { lid: ANA_LID, pn: ANA } });
  const presences = { [ANA_LID]: { lastKnownPresence: 'composing' as const, lastSeen: undefined as never } };
  const seen = await deliver({ 'presence.update': { id: ANA_LID, presences } });
  assert.deepEqual(dataOf(seen, 'presence.update'), {
    ...{ id: ANA, presences: { [ANA]: { lastKnownPresence: 'composing' } } },
  });
  const call = { chatId: ANA_LID, from: ANA_LID, id: 'C1', date: new Date(0), offline: false };
  const events = await deliver({ call: [{ ...call, status: 'offer', isVideo: true }] });
  assert.deepEqual(dataOf(events, 'call'), {
    ...{ chatId: ANA, from: ANA, id: 'C1', date: '1970-01-01T00:00:00.000Z', offline: false },
    ...{ status: 'offer', isVideo: true, isGroup: false },
  });
  assert.deepEqual(await deliver({ call: [{ ...call, status: 'relaylatency' }] }), []);
});
