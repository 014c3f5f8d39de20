import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { arrived, heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const CAROL = '15550000003';
const BOB_JID = `${BOB}@s.whatsapp.net`;

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  await world.control.phone(CAROL, 'Carol');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

async function post(text: string, statusJidList: string[]): Promise<string> {
  const message = await alice.socket().sendMessage('status@broadcast', { text }, { statusJidList });
  return message?.key.id ?? '';
}

test("a client's status reaches those it lists, each time, and nobody else", async () => {
  for (const text of ['first', 'second']) {
    const id = await post(text, [BOB_JID]);
    const from = `${ALICE}@s.whatsapp.net`;
    const expected = { chat: 'status@broadcast', participant: from, from, type: 'text', text };
    assert.partialDeepStrictEqual(await world.control.received(BOB, id), expected);
  }
  assert.deepEqual(await world.control.inbox(CAROL), []);
});

test("a phone's status reaches the client", async () => {
  const seen = await world.control.send(BOB, 'status@broadcast', { text: 'mine', statusJidList: [ALICE] });
  const { key, message } = await arrived(alice, seen);
  assert.partialDeepStrictEqual(key, { remoteJid: 'status@broadcast', participant: BOB_JID });
  assert.equal(message?.conversation, 'mine');
});

test('a status is seen, which its author hears', async () => {
  const id = await post('seen?', [BOB_JID]);
  await world.control.received(BOB, id);
  await arrived(alice, id);
  const seen = heard(alice, 'message-receipt.update', (updates) =>
    updates.find(({ key, receipt }) => key.id === id && receipt.readTimestamp),
  );
  await world.control.request('POST', `/phones/${BOB}/read`, { id });
  assert.equal((await seen).key.remoteJid, 'status@broadcast');
});

test('a status without an audience is refused', async () => {
  const body = { to: 'status@broadcast', text: 'to nobody' };
  const { status } = await world.control.request('POST', `/phones/${BOB}/send`, body);
  assert.equal(status, 400);
});
