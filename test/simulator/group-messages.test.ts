import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from './baileys-client.ts';
import { arrived, heard } from './client-events.ts';
import { createWorld, type World } from './world.ts';

const [ALICE, BOB, CAROL, DORA] = ['15550000001', '15550000002', '15550000003', '15550000004'] as const;
const jid = (number: string) => `${number}@s.whatsapp.net`;

let world: World;
let alice: Client;
let bob: Client;
let id: string;

before(async () => {
  world = await createWorld();
  for (const number of [CAROL, DORA]) await world.control.phone(number);
  alice = await world.link(ALICE, 'Alice');
  bob = await world.link(BOB, 'Bob');
  id = (await alice.socket().groupCreate('Team', [jid(BOB), jid(CAROL)])).id;
});
after(() => world.end());

test('messages from a client reach every member, phones and clients, with receipts', async () => {
  const sent = await alice.send(id, { text: 'to all' });
  const expected = { chat: id, from: jid(ALICE), participant: jid(ALICE), fromMe: false, text: 'to all' };
  assert.partialDeepStrictEqual(await world.control.received(CAROL, sent), expected);
  assert.equal((await arrived(bob, sent)).key.participantAlt, jid(ALICE));
  assert.equal((await world.control.received(ALICE, sent)).fromMe, true);
  const read = heard(alice, 'message-receipt.update', (updates) =>
    updates.find(({ key, receipt }) => key.id === sent && receipt.readTimestamp),
  );
  await world.control.request('POST', `/phones/${CAROL}/read`, { id: sent });
  assert.equal((await read).receipt.userJid, (await world.control.phone(CAROL)).lid);
});

test('messages from a phone reach every member, again and again', async () => {
  for (const text of ['one', 'two', 'three']) {
    const sent = await world.control.send(CAROL, id, text);
    assert.equal((await arrived(alice, sent)).message?.conversation, text);
    await arrived(bob, sent);
    await world.control.received(BOB, sent);
  }
});

test('messages reach newcomers, and devices linked since', async () => {
  await alice.socket().groupParticipantsUpdate(id, [jid(DORA)], 'add');
  const sent = await world.control.send(CAROL, id, 'welcome');
  await world.control.received(DORA, sent);
  const dora = await world.link(DORA);
  await arrived(dora, await world.control.send(CAROL, id, 'on both devices'));
  await arrived(dora, await alice.send(id, { text: 'and from a client' }));
});

test('messages that cannot be decrypted are asked for again', async () => {
  await world.control.faults({ corruptNext: 3 });
  const fromPhone = await world.control.send(CAROL, id, 'damaged on the way in');
  await Promise.all([arrived(alice, fromPhone), arrived(bob, fromPhone)]);
  await world.control.faults({ corruptNext: 3 });
  const fromClient = await alice.send(id, { text: 'damaged on the way out' });
  await Promise.all([world.control.received(CAROL, fromClient), arrived(bob, fromClient)]);
  await world.control.faults({ corruptNext: 0 });
});

test('messages are reacted to, quoted, edited and deleted', async () => {
  const sent = await alice.send(id, { text: 'act on me' });
  await world.control.received(CAROL, sent);
  const reacted = heard(alice, 'messages.reaction', ([reaction]) => reaction?.key);
  await world.control.send(CAROL, id, { reaction: { id: sent, text: '👍' } });
  assert.partialDeepStrictEqual(await reacted, { id: sent, remoteJid: id, fromMe: true });
  const answer = await arrived(alice, await world.control.send(CAROL, id, { text: 'yes', quoted: sent }));
  assert.equal(answer.message?.extendedTextMessage?.contextInfo?.stanzaId, sent);
  const deleted = heard(alice, 'messages.update', (updates) =>
    updates.find(({ update }) => update.message === null),
  );
  await world.control.send(CAROL, id, { delete: { id: answer.key.id } });
  assert.equal((await deleted).key.id, answer.key.id);
});

test('messages are typed, which members see', async () => {
  const typing = heard(alice, 'presence.update', (event) => event.id === id && event);
  await world.control.request('POST', `/phones/${CAROL}/typing`, { to: id, presence: 'composing' });
  assert.equal(Object.values((await typing).presences)[0]?.lastKnownPresence, 'composing');
});

test('messages from strangers are refused', async () => {
  await world.control.phone('15550000009');
  const body = { to: id, text: 'let me in' };
  assert.equal((await world.control.request('POST', '/phones/15550000009/send', body)).status, 403);
});

test('a group may be addressed by phone numbers', async () => {
  const { body } = await world.control.request<{ id: string }>('POST', '/groups', {
    ...{ creator: CAROL, subject: 'Numbers', participants: [ALICE, BOB], addressing: 'pn' },
  });
  const sent = await alice.send(body.id, { text: 'by number' });
  assert.equal((await arrived(bob, sent)).key.participant, jid(ALICE));
  await world.control.received(CAROL, sent);
  await arrived(alice, await world.control.send(CAROL, body.id, 'by number, too'));
});
