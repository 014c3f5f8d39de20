import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from './control-client.ts';
import { createWorld, type World } from './world.ts';

let world: World;

before(async () => {
  world = await createWorld();
});
after(() => world.end());

async function link(number: string, body: object) {
  return world.control.request<{ device: number; message: string }>('POST', `/phones/${number}/link`, body);
}

test('a client is linked by QR code, restarts, logs in, and learns its push name', async () => {
  const client = await world.link('15550000001', 'Alice');
  const { me, account } = client.auth.creds;
  assert.equal(me?.id, '15550000001:1@s.whatsapp.net');
  assert.match(me?.lid ?? '', /^\d+:1@lid$/);
  assert.ok(account);
  await eventually('push name', async () => client.auth.creds.me?.name === 'Alice');
});

test('a linked client logs in again, its edge routing first', async () => {
  const client = await world.link('15550000002');
  await eventually('edge routing', async () => client.auth.creds.routingInfo);
  await client.end();
  await client.connect();
  await world.control.connected('15550000002', true);
});

test('a second client of the same phone is another device', async () => {
  const first = await world.link('15550000003');
  const second = await world.link('15550000003');
  assert.match(first.auth.creds.me?.id ?? '', /:1@/);
  assert.match(second.auth.creds.me?.id ?? '', /:2@/);
});

test('a phone that logged out its device can link another', async () => {
  const first = await world.link('15550000007');
  const closed = first.closed();
  await world.control.request('POST', '/phones/15550000007/unlink');
  assert.equal(await closed, 401);
  const second = await world.link('15550000007');
  assert.match(second.auth.creds.me?.id ?? '', /:2@/);
  await world.control.phone('15550000008');
  await world.control.send('15550000008', '15550000007', 'welcome back');
  await second.text('welcome back');
});

test('a client is linked by pairing code', async () => {
  await world.control.phone('15550000004', 'Dora');
  const client = world.client();
  await client.showQr();
  const opened = client.opened();
  const code = await client.socket().requestPairingCode('15550000004');
  const pretty = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  const linked = await eventually('hello of the client', async () => {
    const answer = await link('15550000004', { pairingCode: pretty });
    return answer.status !== 409 && answer;
  });
  assert.deepEqual(linked, { status: 200, body: { device: 1 } });
  await opened;
  assert.equal(client.auth.creds.registered, true);
});

test('a wrong pairing code is refused, and no device is linked', async () => {
  await world.control.phone('15550000005');
  const client = world.client();
  await client.showQr();
  assert.equal(await client.socket().requestPairingCode('15550000005', 'ABCD1234'), 'ABCD1234');
  const { status, body } = await eventually('hello of the client', async () => {
    const answer = await link('15550000005', { pairingCode: 'XXXX9999' });
    return answer.status !== 409 && answer;
  });
  assert.equal(status, 400);
  assert.match(body.message, /pairingCode is wrong/);
  assert.deepEqual((await world.control.phone('15550000005')).devices, []);
});

test('a QR code that is used up, unknown or malformed is refused', async () => {
  const client = world.client();
  const qr = await client.showQr();
  await world.control.phone('15550000006');
  const wrongKey = qr.replace(/,[^,]+,/, `,${Buffer.alloc(32).toString('base64')},`);
  assert.equal((await link('15550000006', { qr: wrongKey })).status, 400);
  const closed = client.closed();
  await client.end();
  await closed;
  const expired = await eventually('the socket is gone', async () => {
    const answer = await link('15550000006', { qr });
    return answer.status === 400 && answer;
  });
  assert.match(expired.body.message, /qr is unknown or has expired/);
  const malformed = await link('15550000006', { qr: 'https://example.com' });
  assert.equal(malformed.status, 400);
  assert.match(malformed.body.message, /qr is not the text/);
});
