import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { proto, type WAMessage } from '@whiskeysockets/baileys';
import type { MessageRecord } from '../../../server/generated/index.ts';
import { searchChats } from '../../../server/store/chat-search.ts';
import { findChat } from '../../../server/store/chats.ts';
import { findInstanceById } from '../../../server/store/instances.ts';
import {
  ANA,
  ANA_LID,
  BOB,
  dataOf,
  GROUP,
  type HistorySyncPart,
  message,
  testInbound,
  typesOf,
  upsert,
} from './inbound.ts';

const { FULL, PUSH_NAME, RECENT } = proto.HistorySync.HistorySyncType;

type Chat = Partial<proto.IConversation> & { id: string };

/** Recent messages, in their chats as a phone gives them; of a chat more than its messages may be told. */
function past(messages: WAMessage[], chats: Chat[] = [], more: Partial<HistorySyncPart> = {}) {
  const told = new Map(chats.map((chat) => [chat.id, chat]));
  const byChat = Map.groupBy(messages, ({ key }) => key.remoteJid ?? '');
  const conversations = [...new Set([...told.keys(), ...byChat.keys()])].map((id) => ({
    ...(told.get(id) ?? { id }),
    messages: (byChat.get(id) ?? []).map((message) => ({ message })),
  }));
  return { syncType: RECENT, progress: 40, conversations, ...more };
}

test('the history is told as such, and is there as if it had come', async (t) => {
  const { db, id, history } = await testInbound(t);
  const messages = [
    message({ conversation: 'read long ago' }, { remoteJid: ANA_LID }, { messageTimestamp: 10, status: 4 }),
    message({ conversation: 'in the team' }, { remoteJid: GROUP }, {
      participant: ANA_LID,
    } as Partial<WAMessage>),
  ];
  const chats = [
    {
      id: ANA_LID,
      name: 'Ana Silva',
      unreadCount: 2,
      conversationTimestamp: 10,
      ephemeralExpiration: 86_400,
    },
    { id: GROUP, name: 'Team' },
  ];
  const phoneNumberToLidMappings = [{ lidJid: ANA_LID, pnJid: ANA }];
  const events = await history(past(messages, chats, { phoneNumberToLidMappings }));
  assert.deepEqual(typesOf(events), ['contacts.set', 'chats.set', 'messages.set']);
  for (const event of events) assert.deepEqual(event.extra, { isLatest: true, progress: 40 });
  assert.partialDeepStrictEqual(dataOf(events, 'messages.set'), [
    { key: { remoteJid: ANA, remoteJidAlt: ANA_LID }, status: 'READ' },
    { key: { remoteJid: GROUP, participant: ANA, participantAlt: ANA_LID } },
  ]);
  const found = await searchChats(db, id, { remoteJids: [ANA_LID] });
  assert.partialDeepStrictEqual(found, [
    {
      remote_jid: ANA,
      unread_count: 2,
      contact: { name: 'Ana Silva' },
      lastMessage: { message_timestamp: 10 },
    },
  ]);
  assert.equal((await findChat(db, id, [ANA]))?.disappears_after, 86_400);
  assert.partialDeepStrictEqual(await findInstanceById(db, id), {
    ...{ message_count: 2, chat_count: 2, contact_count: 2 },
  });
});

test('much of it comes in parts, and what is there already is not told again', async (t) => {
  const { db, id, deliver, history } = await testInbound(t);
  const known = message({ conversation: 'known' });
  await deliver(upsert(known));
  const messages = Array.from({ length: 450 }, (_, n) =>
    message({ conversation: `${n}` }, { remoteJid: BOB }),
  );
  const events = await history(past([known, ...messages]));
  const told = events.filter(({ type }) => type === 'messages.set');
  const sizes = told.map(({ data }) => (data as MessageRecord[]).length);
  assert.deepEqual(sizes, [199, 200, 51]);
  assert.equal((await findInstanceById(db, id))?.message_count, 451);
  assert.deepEqual(await history(past(messages)), []);
});

test('what changed a message is no message, and groups may be ignored', async (t) => {
  const { history } = await testInbound(t, { groups_ignore: 1 });
  const messages = [
    message({ protocolMessage: { type: 0, key: { id: 'X' } } }),
    message({ conversation: 'x' }, { remoteJid: GROUP, participant: ANA }),
    message(null),
  ];
  assert.deepEqual(typesOf(await history(past(messages))), ['contacts.set', 'chats.set']);
});

test('what comes and is read between the parts of the history counts, whatever later parts say', async (t) => {
  const { db, id, deliver, history } = await testInbound(t);
  const unread = async () => (await searchChats(db, id, { remoteJids: [ANA] }))[0]?.unread_count;
  const chats = [{ id: ANA, unreadCount: 2, conversationTimestamp: 10 }];
  await deliver(upsert(message({ conversation: 'before the first' }, {}, { messageTimestamp: 11 })));
  await history(past([], chats));
  assert.equal(await unread(), 3);
  await deliver(upsert(message({ conversation: 'before the second' }, {}, { messageTimestamp: 12 })));
  await history(past([], chats));
  assert.equal(await unread(), 4);
  await deliver({ 'chats.update': [{ id: ANA, unreadCount: 0 }] });
  await history(past([], chats));
  assert.equal(await unread(), 0);
});

test('an edited message is there as it reads now, under its own id', async (t) => {
  const { history } = await testInbound(t);
  const editedMessage = { conversation: 'at six' };
  const protocolMessage = { type: 14, key: { id: 'ORIGINAL' }, editedMessage };
  const edit = message({ editedMessage: { message: { protocolMessage } } });
  assert.partialDeepStrictEqual(dataOf(await history(past([edit])), 'messages.set'), [
    { key: { id: 'ORIGINAL' }, messageType: 'conversation', message: editedMessage },
  ]);
});

test('what a phone says is complete is told, with what was new in all of it', async (t) => {
  const { history } = await testInbound(t, { sync_full_history: 1 });
  const messages = Array.from({ length: 3 }, (_, n) => message({ conversation: `${n}` }));
  const names = [{ id: BOB, pushname: 'Bob' }];
  const first = await history({ syncType: PUSH_NAME, progress: 100, pushnames: names });
  assert.deepEqual(typesOf(first), ['contacts.set']);
  assert.deepEqual(typesOf(await history(past(messages.slice(0, 1)))), [
    'contacts.set',
    'chats.set',
    'messages.set',
  ]);
  const recent = await history(past(messages.slice(1, 2), [], { progress: 100 }));
  const counts = { chatCount: 1, contactCount: 2 };
  assert.deepEqual(dataOf(recent, 'messaging-history.set'), { ...counts, messageCount: 2, isFull: false });
  const old = await history(past(messages.slice(2), [], { syncType: FULL, progress: 100 }));
  assert.deepEqual(dataOf(old, 'messaging-history.set'), { ...counts, messageCount: 3, isFull: true });
});

test('a part that cannot be read is left out, and the others come', async (t) => {
  const { history } = await testInbound(t);
  const broken = past([message({ conversation: 'x' })], [{ id: ANA, messages: [] }]);
  assert.deepEqual(await history(broken, { content: Buffer.from('no zlib stream') }), []);
  assert.deepEqual(await history(broken, { content: deflateSync('no protobuf') }), []);
  assert.equal(typesOf(await history(broken)).at(-1), 'messages.set');
});

test('what was stopped in the middle of a part goes on where it was, and tells nothing twice', async (t) => {
  const { db, id, again, history } = await testInbound(t);
  const messages = Array.from({ length: 450 }, (_, n) => message({ conversation: `${n}` }));
  const part = past(messages, [{ id: ANA, unreadCount: 3 }], { progress: 100 });
  const before = await history(part, { stopAfter: 'messages.set' });
  const after = await again();
  const sizes = [before, after].map((events) =>
    events.flatMap(({ type, data }) => (type === 'messages.set' ? [(data as MessageRecord[]).length] : [])),
  );
  assert.deepEqual(sizes, [[200], [200, 50]]);
  assert.deepEqual(typesOf(after), ['messages.set', 'messages.set', 'messaging-history.set']);
  assert.partialDeepStrictEqual(dataOf(after, 'messaging-history.set'), { messageCount: 450, chatCount: 1 });
  assert.equal((await findInstanceById(db, id))?.message_count, 450);
});

test('what is left of an earlier link is forgotten with the next one', async (t) => {
  const { again, history } = await testInbound(t);
  const messages = Array.from({ length: 450 }, (_, n) => message({ conversation: `${n}` }));
  await history(past(messages), { stopAfter: 'messages.set' });
  assert.deepEqual(await again({ isLinked: false }), []);
});
