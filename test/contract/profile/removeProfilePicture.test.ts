import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('removeProfilePicture', () => world.gateway);

const remove = (name = 'shop') => call(world.gateway, 'DELETE', `/chat/removeProfilePicture/${name}`);

const urlSeenByAna = () =>
  world.ana.client
    .socket()
    .profilePictureUrl(world.shopJid, 'image')
    .catch((error) => {
      assert.equal(error.data, 404);
    });

test('200: others see no picture any more', async () => {
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  const picture = image.toString('base64');
  await world.gateway.client.profile.updateProfilePicture({ instance: 'shop', body: { picture } });
  assert.match((await urlSeenByAna()) ?? '', /^https?:/);
  const { status, body } = await remove();
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success' });
  assert.equal(await urlSeenByAna(), undefined);
});

test('200: there was none', async () => {
  assert.equal((await remove()).status, 200);
});

test('400: the instance is not connected', async () => {
  assertRefused(await remove(CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
