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

testRefusals('updateProfileStatus', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/updateProfileStatus/${name}`).send(body);

test('200: others see the text', async () => {
  const { status, body } = await post({ status: 'Open until six' });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success' });
  const [seen] = (await world.ana.client.socket().fetchStatus(world.shopJid)) ?? [];
  assert.partialDeepStrictEqual(seen, { status: { status: 'Open until six' } });
});

test('400: a text that is too long', async () => {
  assertRefused(await post({ status: 'x'.repeat(140) }), 400);
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ status: 'x' }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});

// Last, and slow: the whole patience of an operation passes.
test('504: WhatsApp does not answer', async () => {
  await world.gateway.whatsapp.faults({ silent: true });
  const response = await post({ status: 'Anybody there?' });
  await world.gateway.whatsapp.faults({ silent: false });
  assertRefused(response, 504, ['Error updating profile status', 'Error: Timed Out']);
});
