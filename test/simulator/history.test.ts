import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { arrived } from './client-events.ts';
import { eventually } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const BOB = '15550000002';

let world: World;

before(async () => {
  world = await createWorld();
});
after(() => world.end());

/** Links a client to a phone with this past. */
async function linkTo(number: string, history: object, full = false): Promise<Client> {
  await world.control.request('POST', '/phones', { number, history });
  const config = full ? { syncFullHistory: true, shouldSyncHistoryMessage: () => true } : {};
  return world.link(number, undefined, config);
}

function messages({ history }: Client) {
  return history.entries.flatMap((chunk) => chunk.messages);
}

async function hasMessages(client: Client, count: number): Promise<void> {
  await eventually(`${count} messages`, async () => messages(client).length >= count);
  assert.equal(messages(client).length, count);
}

test('given chats arrive with their messages, names and both names of people', async () => {
  const past = [
    { text: 'how much?', timestamp: 1_760_000_000, id: 'PAST1' },
    { text: 'nine', timestamp: 1_760_000_060, fromMe: true },
  ];
  const chat = { with: BOB, name: 'Bob', unread: 1, archived: true, messages: past };
  const client = await linkTo('15550000001', { conversations: [chat] });
  await hasMessages(client, 2);
  const jid = `${BOB}@s.whatsapp.net`;
  const oldest = messages(client).find(({ key }) => key.id === 'PAST1');
  assert.partialDeepStrictEqual(oldest, {
    ...{ key: { remoteJid: jid, fromMe: false }, message: { conversation: 'how much?' }, pushName: 'Bob' },
  });
  const [first] = client.history.entries;
  assert.partialDeepStrictEqual(first?.chats[0], { id: jid, name: 'Bob', unreadCount: 1, archived: true });
  const { lid } = await world.control.phone(BOB);
  const mappings = () => client.history.entries.flatMap(({ lidPnMappings }) => lidPnMappings ?? []);
  await eventually('who is who', async () =>
    mappings().some((mapping) => mapping.lid === lid && mapping.pn === jid),
  );
});

test('made up chats arrive in chunks, and one can write to who is in them', async () => {
  const client = await linkTo('15550000003', { chats: 10, messagesPerChat: 500 });
  await hasMessages(client, 5000);
  assert.ok(client.history.entries.length > 3);
  const partner = messages(client)[0]?.key.remoteJid ?? '';
  await client.status(await client.send(partner, { text: 'long time no see' }), 3);
});

test('a group in the past has its authors', async () => {
  const { body } = await world.control.request<{ id: string }>('POST', '/groups', {
    ...{ creator: BOB, subject: 'Old friends', participants: ['15550000003'] },
  });
  const chat = { with: body.id, messages: [{ text: 'remember?', by: BOB }] };
  const client = await linkTo('15550000004', { conversations: [chat] });
  await hasMessages(client, 1);
  assert.equal(messages(client)[0]?.key.participant, (await world.control.phone(BOB)).lid);
});

test('old messages go only to who asks for the full history', async () => {
  const past = { chats: 1, messagesPerChat: 3, oldMessagesPerChat: 7 };
  await hasMessages(await linkTo('15550000005', past, true), 10);
  const client = await linkTo('15550000006', past);
  await hasMessages(client, 3);
  await arrived(client, await world.control.send(BOB, '15550000006', 'after all history'));
  assert.equal(messages(client).length, 3);
});

test('phones that are made at the same time have no message in common', async () => {
  const numbers = ['15550000008', '15550000009'];
  const history = { chats: 1, messagesPerChat: 3 };
  await Promise.all(numbers.map((number) => world.control.request('POST', '/phones', { number, history })));
  const clients = await Promise.all(numbers.map((number) => world.link(number)));
  await Promise.all(clients.map((client) => hasMessages(client, 3)));
  assert.equal(new Set(clients.flatMap(messages).map(({ key }) => key.id)).size, 6);
});

test('a group that does not exist is refused', async () => {
  const chat = { with: '120363999999999999@g.us', messages: [] };
  const body = { number: '15550000007', history: { conversations: [chat] } };
  assert.equal((await world.control.request('POST', '/phones', body)).status, 404);
});
