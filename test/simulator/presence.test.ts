import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { arrived, heard } from './client-events.ts';
import { eventually } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const BOB_JID = `${BOB}@s.whatsapp.net`;

type Details = { online: boolean; presences: { from: string; presence: string }[] };
type Sent = { id: string; receipts: Record<string, string> };

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
  await eventually('push name', async () => alice.auth.creds.me?.name);
});
after(() => world.end());

const details = async (number: string) =>
  (await world.control.request<Details>('GET', `/phones/${number}`)).body;

async function seen(presence: string): Promise<void> {
  await eventually(presence, async () => (await details(BOB)).presences.some((s) => s.presence === presence));
}

function presenceOfBob(wanted: string): Promise<unknown> {
  return heard(
    alice,
    'presence.update',
    ({ id, presences }) =>
      id === BOB_JID &&
      Object.values(presences).some(({ lastKnownPresence }) => lastKnownPresence === wanted),
  );
}

test('a phone sees who types, records and stops', async () => {
  for (const presence of ['composing', 'recording', 'paused'] as const) {
    await alice.socket().sendPresenceUpdate(presence, BOB_JID);
    await seen(presence);
  }
});

test('a phone watches presence', async () => {
  await world.control.request('POST', `/phones/${BOB}/presence`, { subscribe: ALICE });
  await alice.socket().sendPresenceUpdate('unavailable');
  await seen('unavailable');
  await alice.socket().sendPresenceUpdate('available');
  await seen('available');
  assert.equal((await details(ALICE)).online, true);
});

test('a client sees a phone come, type, record and go', async () => {
  await alice.socket().presenceSubscribe(BOB_JID);
  const online = presenceOfBob('available');
  await world.control.request('POST', `/phones/${BOB}/presence`, { type: 'available' });
  await online;
  for (const presence of ['composing', 'recording']) {
    const typing = presenceOfBob(presence);
    await world.control.request('POST', `/phones/${BOB}/typing`, { to: ALICE, presence });
    await typing;
  }
});

test('a phone says by itself that it has read, or says nothing', async () => {
  const receipts = (body: object) => world.control.request('POST', `/phones/${BOB}/receipts`, body);
  await receipts({ read: true });
  await alice.status(await alice.send(BOB_JID, { text: 'read at once' }), 4);
  await receipts({ read: false, delivered: false });
  const id = await alice.send(BOB_JID, { text: 'no word of this' });
  const words: unknown[] = [];
  alice.socket().ev.on('messages.update', (updates) => {
    words.push(...updates.filter(({ key }) => key.id === id));
  });
  await world.control.received(BOB, id);
  await receipts({ delivered: true });
  await alice.status(await alice.send(BOB_JID, { text: 'but of this' }), 3);
  assert.deepEqual(words, []);
});

test('a phone plays a voice note', async () => {
  const id = await alice.send(BOB_JID, { text: 'as if it were one' });
  await world.control.received(BOB, id);
  await world.control.request('POST', `/phones/${BOB}/read`, { ids: [id], played: true });
  await alice.status(id, 5);
});

test('a phone knows who has read what it sent', async () => {
  const id = await world.control.send(BOB, ALICE, 'have you read this?');
  const { key } = await arrived(alice, id);
  await alice.socket().readMessages([key]);
  await eventually('read', async () => {
    const { body } = await world.control.request<Sent[]>('GET', `/phones/${BOB}/sent`);
    return body.find((message) => message.id === id)?.receipts[ALICE] === 'read';
  });
});
