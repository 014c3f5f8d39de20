import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../simulator/baileys-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let device: Client;

before(async () => {
  world = await openShop();
  device = await world.secondDevice();
});
after(() => world.stop());

testRefusals('updatePrivacySettings', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/updatePrivacySettings/${name}`).send(body);

test('201: what is given changes, on the account and so for its other devices, and nothing else', async () => {
  const before = await device.socket().fetchPrivacySettings(true);
  const wanted = { profile: 'contacts', online: 'match_last_seen' };
  const { status, body } = await post({ ...wanted, status: '' });
  assert.equal(status, 201, JSON.stringify(body));
  const after = await device.socket().fetchPrivacySettings(true);
  assert.deepEqual(after, { ...before, ...wanted });
  assert.equal(body.update, 'success');
  assert.partialDeepStrictEqual(after, body.data);
});

test('201: all six', async () => {
  const data = {
    readreceipts: 'none',
    profile: 'none',
    status: 'contacts',
    online: 'all',
    last: 'contact_blacklist',
    groupadd: 'contacts',
  };
  const { status, body } = await post(data);
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success', data });
});

test('201: without read receipts nobody is told what was read', async () => {
  await post({ readreceipts: 'none' });
  const id = await world.hearsFromAna('Did you read this?');
  await call(world.gateway, 'POST', '/chat/markMessageAsRead/shop').send({
    readMessages: [{ id, fromMe: false, remoteJid: world.anaJid }],
  });
  await post({ readreceipts: 'all' });
  const next = await world.hearsFromAna('And this?');
  const seen = world.ana.client.status(next, 4);
  await call(world.gateway, 'POST', '/chat/markMessageAsRead/shop').send({
    readMessages: [{ id: next, fromMe: false, remoteJid: world.anaJid }],
  });
  await seen;
});

test('400: a value that does not exist', async () => {
  assertRefused(await post({ last: 'friends' }), 400);
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ last: 'all' }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
