import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('fetchPrivacySettings', () => world.gateway);

const get = (name = 'shop') => call(world.gateway, 'GET', `/chat/fetchPrivacySettings/${name}`);

test('200: the six settings, as another device has set them', async () => {
  const device = await world.secondDevice();
  await device.socket().updateLastSeenPrivacy('contacts');
  await device.socket().updateReadReceiptsPrivacy('none');
  const { status, body } = await get();
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(Object.keys(body).sort(), [
    'groupadd',
    'last',
    'online',
    'profile',
    'readreceipts',
    'status',
  ]);
  assert.partialDeepStrictEqual(body, { last: 'contacts', readreceipts: 'none' });
});

test('400: the instance is not connected', async () => {
  assertRefused(await get(CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
