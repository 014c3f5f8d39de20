import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import { WebSocket } from 'ws';
import type { Client } from './baileys-client.ts';
import { eventually, type Phone } from './control-client.ts';
import { createWorld, type World } from './world.ts';

const ALICE = '15550000001';
const BOB_JID = '15550000002@s.whatsapp.net';

let world: World;
let alice: Client;

before(async () => {
  world = await createWorld();
  await world.control.phone('15550000002', 'Bob');
  alice = await world.link(ALICE, 'Alice');
});
afterEach(() => world.control.request('DELETE', '/faults'));
after(() => world.end());

/** Causes `fault`, expects the connection to end with `code`, and logs in again. */
async function survives(fault: object, code: number): Promise<void> {
  const closed = alice.closed();
  await world.control.faults(fault);
  assert.equal(await closed, code);
  await world.control.request('DELETE', '/faults');
  await alice.connect();
}

test('a dropped connection ends with 428', () => survives({ disconnect: true }, 428));
test('a stream error 503 ends with 503', () => survives({ streamError: { code: 503 } }, 503));
test('a device that logs in elsewhere ends with 440', () => survives({ replaced: { number: ALICE } }, 440));

test('a stream error 515 makes the client restart', async () => {
  const opened = alice.opened();
  await world.control.faults({ streamError: { code: 515, number: ALICE } });
  await opened;
});

test('a second login of the same device replaces the first', async () => {
  const closed = alice.closed();
  const first = alice.socket();
  const connecting = alice.connect().catch((error) => error.code);
  assert.equal(await closed, 440);
  assert.equal(await connecting, 440); // both sockets report to one log
  assert.notEqual(first, alice.socket());
  await world.control.connected(ALICE, true);
});

test('refused logins end with the reason', async () => {
  await alice.end();
  await world.control.faults({ failLogin: 403 });
  await assert.rejects(alice.connect(), { code: 403 });
  await world.control.request('DELETE', '/faults');
  await alice.connect();
});

test('upgrades are refused with the HTTP status', async () => {
  await world.control.faults({ refuseUpgrade: 503 });
  // Not by a Baileys client: 7.0.0-rc14 neither ends nor goes on after a refused upgrade.
  const socket = new WebSocket(world.simulator.socketUrl);
  const [error] = await once(socket, 'error', { signal: AbortSignal.timeout(5000) });
  assert.match(String(error.message), /Unexpected server response: 503/);
});

test('a message refused with an ack error gets the status ERROR and goes nowhere', async () => {
  await world.control.faults({ ackError: 479 });
  const id = await alice.send(BOB_JID, { text: 'refused' });
  await alice.status(id, 0);
  const inbox = await world.control.inbox('15550000002');
  assert.ok(!inbox.some((message) => message.id === id));
});

test('messages arrive without acks and in spite of latency', async () => {
  await world.control.faults({ dropAcks: true, latencyMs: 50 });
  const id = await alice.send(BOB_JID, { text: 'slowly' });
  await alice.status(id, 3);
  await world.control.send('15550000002', ALICE, 'slowly back');
  await alice.text('slowly back');
});

test('a device that the phone logs out ends with 401, for good', async () => {
  const zoe = await world.link('15550000009', 'Zoe');
  const closed = zoe.closed();
  const { body } = await world.control.request<{ devices: number[] }>('POST', '/phones/15550000009/unlink');
  assert.deepEqual(body.devices, [1]);
  assert.equal(await closed, 401);
  await assert.rejects(zoe.connect(), { code: 401 });
});

test('a client that logs out removes its device', async () => {
  const yan = await world.link('15550000008', 'Yan');
  await yan.socket().logout();
  await eventually('device gone', async () => {
    const { body } = await world.control.request<Phone[]>('GET', '/phones');
    return body.find(({ number }) => number === '15550000008')?.devices.length === 0;
  });
});

test('so many logins as asked for are refused, and no more', async () => {
  await alice.end();
  await world.control.faults({ failLogin: 401, failLoginTimes: 2 });
  for (const _ of ['once', 'twice']) await assert.rejects(alice.connect(), { code: 401 });
  await alice.connect();
  const { body } = await world.control.request<{ failLogin: number }>('GET', '/faults');
  assert.equal(body.failLogin, 0);
});

test('the certificate of another server ends the handshake', async () => {
  await alice.end();
  await world.control.faults({ wrongCertificate: true });
  await assert.rejects(alice.connect(), { code: 400 });
  await world.control.request('DELETE', '/faults');
  await alice.connect();
});

test('queries are ignored, pings are answered', async () => {
  await world.control.faults({ ignoreQueries: true });
  const socket = alice.socket();
  const ask = (tag: string, xmlns: string) => {
    const attrs = { to: '@s.whatsapp.net', type: 'get', xmlns, id: socket.generateMessageTag() };
    return socket.query({ tag: 'iq', attrs, content: [{ tag, attrs: {} }] }, 1_000);
  };
  const [ping, privacy] = await Promise.allSettled([ask('ping', 'w:p'), ask('privacy', 'privacy')]);
  assert.ok(ping.status === 'fulfilled' && ping.value, 'a ping is answered');
  assert.ok(privacy.status === 'rejected' || !privacy.value, 'nothing else is');
});
