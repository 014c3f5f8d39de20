import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { heard } from './client-events.ts';
import { eventually } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, BOB] = ['15550000001', '15550000002'] as const;
const BOB_JID = `${BOB}@s.whatsapp.net`;

type Chat = {
  jid: string;
  archived: boolean;
  unread: boolean;
  muted: boolean;
  pinned: boolean;
  labels: string[];
};
type Settings = {
  pushName: string | null;
  labels: { id: string; name: string; color: number }[];
  contacts: { jid: string; name: string }[];
  chats: Chat[];
};

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

const change = (what: string, body: object) =>
  world.control.request<Settings>('POST', `/phones/${ALICE}/${what}`, body);

async function settings(): Promise<Settings> {
  const { body } = await world.control.request<{ appState: Settings }>('GET', `/phones/${ALICE}`);
  return body.appState;
}

/** Waits until the phone shows the chat with Bob like this. */
async function shows(expected: Partial<Chat>): Promise<void> {
  await eventually(JSON.stringify(expected), async () => {
    const chat = (await settings()).chats.find(({ jid }) => jid === BOB_JID);
    return chat && Object.entries(expected).every(([name, value]) => chat[name as keyof Chat] === value);
  });
}

test('what a client archives, marks, mutes and pins is seen on the phone', async () => {
  const modify = alice.socket().chatModify;
  await modify({ archive: true, lastMessages: [] }, BOB_JID);
  await modify({ markRead: false, lastMessages: [] }, BOB_JID);
  await modify({ mute: Date.now() + 1000 }, BOB_JID);
  await modify({ pin: true }, BOB_JID);
  await shows({ archived: true, unread: true, muted: true, pinned: true });
  await modify({ archive: false, lastMessages: [] }, BOB_JID);
  await shows({ archived: false, pinned: true });
});

test('what a client labels is seen on the phone', async () => {
  await alice.socket().addLabel('', { id: '7', name: 'New', color: 2 });
  await alice.socket().addChatLabel(BOB_JID, '7');
  await eventually('label', async () => {
    const { labels, chats } = await settings();
    const labeled = chats.some(({ jid, labels: ids }) => jid === BOB_JID && ids.includes('7'));
    return labeled && labels.some(({ id, name, color }) => id === '7' && name === 'New' && color === 2);
  });
  await alice.socket().removeChatLabel(BOB_JID, '7');
  await eventually('no label', async () =>
    (await settings()).chats.every(({ labels }) => !labels.includes('7')),
  );
});

test('what the phone labels reaches the client', async () => {
  const made = heard(alice, 'labels.edit', (label) => label);
  await change('labels', { id: '5', name: 'VIP', color: 3 });
  assert.partialDeepStrictEqual(await made, { id: '5', name: 'VIP', color: 3 });
  const added = heard(alice, 'labels.association', (event) => event);
  await change('chats', { to: BOB, addLabel: '5' });
  assert.partialDeepStrictEqual(await added, { type: 'add', association: { chatId: BOB_JID, labelId: '5' } });
  const renamed = heard(alice, 'labels.edit', (label) => label.name === 'Best' && label);
  await change('labels', { id: '5', name: 'Best' });
  await renamed;
  const deleted = heard(alice, 'labels.edit', (label) => label.deleted);
  const { body } = await change('labels', { id: '5', name: 'Best', deleted: true });
  assert.ok(!body.labels.some(({ id }) => id === '5'));
  await deleted;
});

test('whom the phone saves reaches the client', async () => {
  const saved = heard(alice, 'contacts.upsert', ([contact]) => contact);
  const { body } = await change('contacts', { to: BOB, name: 'Bob Builder' });
  assert.deepEqual(body.contacts, [{ jid: BOB_JID, name: 'Bob Builder' }]);
  assert.partialDeepStrictEqual(await saved, { id: BOB_JID, name: 'Bob Builder' });
  assert.deepEqual((await change('contacts', { to: BOB, name: null })).body.contacts, []);
});

test('what the phone archives, marks, mutes and pins reaches the client', async () => {
  for (const [body, key] of [
    [{ archived: true }, 'archived'],
    [{ unread: true }, 'unreadCount'],
    [{ muted: true }, 'muteEndTime'],
    [{ pinned: true }, 'pinned'],
  ] as const) {
    const told = heard(alice, 'chats.update', ([chat]) => chat !== undefined && key in chat && chat);
    await change('chats', { to: BOB, ...body });
    assert.equal((await told).id, BOB_JID);
  }
});

test('a device that is linked later finds it all', async () => {
  await change('labels', { id: '9', name: 'Old' });
  const later = await world.link(ALICE);
  await later.socket().addLabel('', { id: '10', name: 'Newer', color: 1 });
  await eventually('both', async () => {
    const ids = (await settings()).labels.map(({ id }) => id);
    return ids.includes('9') && ids.includes('10');
  });
});

test('the phone and a client may change things at the same time', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => String(100 + index));
  await Promise.all([
    ...ids.map((id) => change('labels', { id, name: `phone ${id}` })),
    alice.socket().addLabel('', { id: '200', name: 'client', color: 1 }),
  ]);
  const all = (await settings()).labels.map(({ id }) => id);
  assert.ok(ids.every((id) => all.includes(id)));
});
