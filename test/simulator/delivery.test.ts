import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Client, textOf } from './baileys-client.ts';
import { eventually } from './control-client.ts';
import { createWorld, type Stats, type World } from './world.ts';

const ALICE = '15550000001';
const BOB = '15550000002';
const BOB_JID = `${BOB}@s.whatsapp.net`;

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone(BOB, 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
after(() => world.end());

function received(prefix: string): string[] {
  const texts = alice.upserts.map(({ message }) => textOf(message) ?? '');
  return texts.filter((text) => text.startsWith(prefix));
}

async function drop(): Promise<void> {
  const closed = alice.closed();
  await world.control.faults({ disconnect: { number: ALICE } });
  assert.equal(await closed, 428);
  await world.control.connected(ALICE, false);
}

test('what arrives while a client is away waits for it, in order', async () => {
  await drop();
  const texts = Array.from({ length: 20 }, (_, index) => `away ${index}`);
  for (const text of texts) await world.control.send(BOB, ALICE, text);
  await alice.connect();
  await alice.text('away 19');
  assert.deepEqual(received('away'), texts);
  const types = alice.upserts
    .filter(({ message }) => textOf(message)?.startsWith('away'))
    .map(({ type }) => type);
  assert.deepEqual(new Set(types), new Set(['append']));
});

test('what was sent but not acknowledged is delivered again', async () => {
  await world.control.faults({ silent: true });
  const texts = Array.from({ length: 5 }, (_, index) => `unheard ${index}`);
  for (const text of texts) await world.control.send(BOB, ALICE, text);
  await world.control.faults({ silent: false });
  await drop();
  await world.control.send(BOB, ALICE, 'unheard at last');
  await alice.connect();
  await alice.text('unheard at last');
  assert.deepEqual(received('unheard'), [...texts, 'unheard at last']);
});

test('what was acknowledged is not delivered again', async () => {
  const id = await world.control.send(BOB, ALICE, 'once');
  await alice.text('once');
  await alice.send(BOB_JID, { text: 'after once' }); // behind the receipt on the same connection
  await eventually('receipt', async () =>
    (await world.control.inbox(BOB)).some((m) => m.text === 'after once'),
  );
  await drop();
  await world.control.send(BOB, ALICE, 'and then');
  await alice.connect();
  await alice.text('and then');
  assert.equal(alice.upserts.filter(({ message }) => message.key.id === id).length, 1);
});

test('nothing is lost when the connection drops again and again', async () => {
  const ids: string[] = [];
  const sending = (async () => {
    for (let index = 0; index < 60; index++)
      ids.push(await world.control.send(BOB, ALICE, `stormy ${index}`));
  })();
  for (let drops = 0; drops < 5; drops++) {
    await drop();
    await alice.connect();
  }
  await sending;
  await alice.arrivals.find('the last message', (id) => (id === ids.at(-1) ? true : undefined));
  // Stanzas, not texts: Baileys 7.0.0-rc14 loses what it decrypts while its socket closes.
  const arrived = new Set(alice.arrivals.entries.filter((id) => ids.includes(id)));
  assert.deepEqual([...arrived], ids);
});

test('a client asks again for a message it cannot decrypt, and gets it', async () => {
  await world.control.faults({ corruptNext: 2 }); // the copies for the phone and for the client
  await world.control.send(BOB, ALICE, 'damaged on the way in');
  await alice.text('damaged on the way in');
  await eventually('own phone', async () =>
    (await world.control.inbox(ALICE)).some(({ text }) => text === 'damaged on the way in'),
  );
});

test('a phone asks a client again for a message it cannot decrypt, and gets it once', async () => {
  const before = (await world.control.request<Stats>('GET', '/stats')).body.undecryptable;
  await world.control.faults({ corruptNext: 1 });
  await alice.send(BOB_JID, { text: 'damaged on the way out' });
  const inbox = await eventually('message', async () => {
    const messages = await world.control.inbox(BOB);
    return messages.some(({ text }) => text === 'damaged on the way out') && messages;
  });
  assert.equal(inbox.filter(({ text }) => text === 'damaged on the way out').length, 1);
  const stats = await world.control.request<Stats>('GET', '/stats');
  assert.equal(stats.body.undecryptable, before + 1);
});

test('a client that runs low on one-time prekeys uploads more', async () => {
  const dora = await world.link('15550000003', 'Dora');
  const uploaded = alice.auth.creds.firstUnuploadedPreKeyId;
  const users = Array.from({ length: uploaded }, () => ({
    tag: 'user',
    attrs: { jid: `${ALICE}:1@s.whatsapp.net` },
  }));
  await dora.socket().query({
    tag: 'iq',
    attrs: { xmlns: 'encrypt', type: 'get', to: '@s.whatsapp.net' },
    content: [{ tag: 'key', attrs: {}, content: users }],
  });
  await eventually('more prekeys', async () => alice.auth.creds.firstUnuploadedPreKeyId > uploaded);
});

test('a sink acknowledges without decrypting', async () => {
  await world.control.request('POST', '/phones', { number: '15550000004', sink: true });
  const id = await alice.send('15550000004@s.whatsapp.net', { text: 'into the sink' });
  await alice.status(id, 3);
  assert.deepEqual(await world.control.inbox('15550000004'), []);
});

test('a sink that is told to say nothing says nothing', async () => {
  const silent = '15550000006';
  await world.control.request('POST', '/phones', { number: silent, sink: true });
  await world.control.request('POST', `/phones/${silent}/receipts`, { delivered: false });
  const id = await alice.send(`${silent}@s.whatsapp.net`, { text: 'into the dark' });
  const next = await alice.send('15550000004@s.whatsapp.net', { text: 'into the sink again' });
  await alice.status(next, 3);
  assert.ok(!alice.statuses.some((entry) => entry.id === id && entry.status === 3));
});

test('what is held back comes in order when it is let go', async () => {
  const hold = (held: boolean) => world.control.request('POST', `/phones/${ALICE}/hold`, { held });
  assert.deepEqual((await hold(true)).body, { devices: [1] });
  const texts = ['one', 'two', 'three'];
  for (const text of texts) await world.control.send('15550000004', ALICE, text);
  assert.equal(alice.upserts.filter(({ message }) => texts.includes(textOf(message) ?? '')).length, 0);
  await hold(false);
  await alice.text('three');
  const seen = alice.upserts
    .map(({ message }) => textOf(message) ?? '')
    .filter((text) => texts.includes(text));
  assert.deepEqual(seen, texts);
});
