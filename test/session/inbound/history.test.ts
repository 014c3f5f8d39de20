import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto, type WAMessage } from '@whiskeysockets/baileys';
import type { MessageRecord } from '../../../server/generated/index.ts';
import { searchChats } from '../../../server/store/chat-search.ts';
import { findInstanceById } from '../../../server/store/instances.ts';
import { ANA, ANA_LID, BOB, dataOf, GROUP, message, testInbound, typesOf, upsert } from './inbound.ts';

const { FULL, RECENT } = proto.HistorySync.HistorySyncType;

type Chat = Partial<proto.IConversation> & { id: string };

/** Recent messages, in their chats as a phone gives them; of a chat more than its messages may be told. */
function past(messages: WAMessage[], chats: Chat[] = [], more: Partial<proto.IHistorySync> = {}) {
  const told = new Map(chats.map((chat) => [chat.id, chat]));
  const byChat = Map.groupBy(messages, ({ key }) => key.remoteJid ?? '');
  const conversations = [...new Set([...told.keys(), ...byChat.keys()])].map((id) => ({
    ...(told.get(id) ?? { id }),
    messages: (byChat.get(id) ?? []).map((message) => ({ message })),
  }));
  return { syncType: RECENT, progress: 40, conversations, ...more };
}

test('the history is told as such, and is there as if it had come', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const messages = [
    message({ conversation: 'read long ago' }, { remoteJid: ANA_LID }, { messageTimestamp: 10, status: 4 }),
    message({ conversation: 'in the team' }, { remoteJid: GROUP }, {
      participant: ANA_LID,
    } as Partial<WAMessage>),
  ];
  const chats = [
    { id: ANA_LID, unreadCount: 2, conversationTimestamp: 10 },
    { id: GROUP, name: 'Team' },
  ] as Chat[];
  const contacts = [
    { id: ANA_LID, name: 'Ana Silva' },
    { id: GROUP, name: 'Team' },
  ];
  const lidPnMappings = [{ lid: ANA_LID, pn: ANA }];
  const events = await deliver(past(messages, { chats, contacts, lidPnMappings }));
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
  assert.partialDeepStrictEqual(await findInstanceById(db, id), {
    ...{ message_count: 2, chat_count: 2, contact_count: 2 },
  });
});

test('much of it comes in parts, and what is there already is not told again', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const known = message({ conversation: 'known' });
  await deliver(upsert(known));
  const messages = Array.from({ length: 450 }, (_, n) =>
    message({ conversation: `${n}` }, { remoteJid: BOB }),
  );
  const events = await deliver(past([known, ...messages]));
  const sizes = events.map(({ data }) => (data as MessageRecord[]).length);
  assert.deepEqual(sizes, [199, 200, 51]);
  assert.equal((await findInstanceById(db, id))?.message_count, 451);
  assert.deepEqual(await deliver(past(messages)), []);
});

test('what changed a message is no message, and groups may be ignored', async (t) => {
  const { deliver } = await testInbound(t, { groups_ignore: 1 });
  const messages = [
    message({ protocolMessage: { type: 0, key: { id: 'X' } } }),
    message({ conversation: 'x' }, { remoteJid: GROUP, participant: ANA }),
    message(null),
  ];
  assert.deepEqual(await deliver(past(messages, { chats: [{ id: GROUP } as Chat] })), []);
});

test('what comes and is read between the parts of the history counts, whatever later parts say', async (t) => {
  const { db, id, deliver } = await testInbound(t);
  const unread = async () => (await searchChats(db, id, { remoteJids: [ANA] }))[0]?.unread_count;
  const chats = () => [{ id: ANA, unreadCount: 2, conversationTimestamp: 10 }] as Chat[];
  await deliver(upsert(message({ conversation: 'before the first' }, {}, { messageTimestamp: 11 })));
  await deliver(past([], { chats: chats() }));
  assert.equal(await unread(), 3);
  await deliver(upsert(message({ conversation: 'before the second' }, {}, { messageTimestamp: 12 })));
  await deliver(past([], { chats: chats() }));
  assert.equal(await unread(), 4);
  await deliver({ 'chats.update': [{ id: ANA, unreadCount: 0 }] });
  await deliver(past([], { chats: chats() }));
  assert.equal(await unread(), 0);
});

test('an edited message is there as it reads now, under its own id', async (t) => {
  const { deliver } = await testInbound(t);
  const editedMessage = { conversation: 'at six' };
  const protocolMessage = { type: 14, key: { id: 'ORIGINAL' }, editedMessage };
  const edit = message({ editedMessage: { message: { protocolMessage } } });
  assert.partialDeepStrictEqual(dataOf(await deliver(past([edit])), 'messages.set'), [
    { key: { id: 'ORIGINAL' }, messageType: 'conversation', message: editedMessage },
  ]);
});
