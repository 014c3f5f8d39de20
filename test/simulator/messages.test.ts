import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, textOf } from './baileys-client.ts';
import { eventually, type Phone } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const CAROL = '15550000003';

let world: World;
let alice: Client;
let carol: Phone;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  carol = await world.control.phone(CAROL, 'Carol');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

test('a client writes to a phone, by number and by LID', async () => {
  for (const to of [carol.jid, carol.lid]) {
    const id = await alice.send(to, { text: `to ${to}` });
    await alice.status(id, 3);
    const [message] = (await world.control.inbox(CAROL)).slice(-1);
    const expected = { id, from: `${ALICE}@s.whatsapp.net`, chat: `${ALICE}@s.whatsapp.net`, fromMe: false };
    assert.partialDeepStrictEqual(message, { ...expected, type: 'text', text: `to ${to}` });
  }
});

test('the own phone files what a client sent, in its chat', async () => {
  const id = await alice.send(carol.jid, { text: 'from my computer' });
  const copy = await eventually('copy', async () =>
    (await world.control.inbox(ALICE)).find((m) => m.id === id),
  );
  assert.partialDeepStrictEqual(copy, { fromMe: true, chat: carol.jid, text: 'from my computer' });
});

test('a phone writes to a client, by number and by LID; the own phone gets it too', async () => {
  const { lid } = await world.control.phone(ALICE);
  for (const to of [ALICE, `${ALICE}@s.whatsapp.net`, lid]) {
    const id = await world.control.send(CAROL, to, `for ${to}`);
    const message = await alice.text(`for ${to}`);
    assert.equal(message.key.id, id);
    assert.equal(message.pushName, 'Carol');
    assert.equal(message.key.remoteJid, to === lid ? carol.lid : carol.jid);
    assert.equal(message.key.remoteJidAlt, to === lid ? carol.jid : carol.lid);
    await eventually('own phone', async () => (await world.control.inbox(ALICE)).some((m) => m.id === id));
  }
});

test('what the own phone sends reaches the client as its own message', async () => {
  await world.control.send(ALICE, CAROL, 'typed on the phone');
  const { key } = await alice.text('typed on the phone');
  assert.equal(key.fromMe, true);
  assert.equal(key.remoteJid, carol.jid);
});

test('phones write to each other', async () => {
  await world.control.send(CAROL, BOB, 'no client between us');
  const inbox = await eventually('Bob', async () => {
    const messages = await world.control.inbox(BOB);
    return messages.length > 0 && messages;
  });
  assert.partialDeepStrictEqual(inbox, [{ from: carol.jid, text: 'no client between us' }]);
});

test('reading is told to the sender', async () => {
  const id = await alice.send(carol.jid, { text: 'read me' });
  await alice.status(id, 3);
  const { body } = await world.control.request<{ read: number }>('POST', `/phones/${CAROL}/read`, { id });
  assert.equal(body.read, 1);
  await alice.status(id, 4);
  const again = await world.control.request<{ read: number }>('POST', `/phones/${CAROL}/read`);
  assert.ok(again.body.read > 0, 'the others are read now');
});

test('reading on the phone is told to its client', async () => {
  const id = await world.control.send(BOB, ALICE, 'read on the phone');
  await eventually('own phone', async () => (await world.control.inbox(ALICE)).some((m) => m.id === id));
  await world.control.request('POST', `/phones/${ALICE}/read`, { id });
  await alice.status(id, 4);
});

test('a hundred messages arrive in order, each way', async () => {
  const texts = Array.from({ length: 100 }, (_, index) => `number ${index}`);
  for (const text of texts) await alice.send(`${BOB}@s.whatsapp.net`, { text });
  const received = await eventually('hundred at Bob', async () => {
    const messages = (await world.control.inbox(BOB)).filter(({ text }) => text.startsWith('number'));
    return messages.length >= 100 && messages;
  });
  assert.deepEqual(
    received.map(({ text }) => text),
    texts,
  );
  for (const text of texts) await world.control.send(BOB, ALICE, `${text} back`);
  await alice.text('number 99 back');
  const back = alice.upserts.map(({ message }) => textOf(message)).filter((text) => text?.endsWith('back'));
  assert.deepEqual(
    back,
    texts.map((text) => `${text} back`),
  );
});

test('two clients exchange messages, and a second device of each account follows', async () => {
  const [dora, doraToo] = [await world.link('15550000004', 'Dora'), await world.link('15550000004')];
  await dora.send(`${ALICE}@s.whatsapp.net`, { text: 'from Dora' });
  await alice.text('from Dora');
  assert.equal((await doraToo.text('from Dora')).key.fromMe, true);
  await alice.send('15550000004@s.whatsapp.net', { text: 'to Dora' });
  await Promise.all([dora.text('to Dora'), doraToo.text('to Dora')]);
});

test('a message to nobody reaches the own phone only; a phone cannot write to nobody', async () => {
  const id = await alice.send('19990000000@s.whatsapp.net', { text: 'anybody there?' });
  const copy = await eventually('copy', async () =>
    (await world.control.inbox(ALICE)).find((m) => m.id === id),
  );
  assert.equal(copy.chat, '19990000000@s.whatsapp.net');
  const { status } = await world.control.request('POST', `/phones/${CAROL}/send`, {
    to: '19990000000',
    text: 'x',
  });
  assert.equal(status, 404);
});
