import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { presenceOf } from '../../support/contact.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('sendPresence', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/sendPresence/${name}`).send(body);

for (const presence of ['composing', 'recording'] as const) {
  test(`201: ${presence}, and no longer after the delay`, async () => {
    const { ana } = world;
    const order: string[] = [];
    const shown = presenceOf(ana, presence).then(() => order.push(presence));
    const over = presenceOf(ana, 'available').then(() => order.push('paused'));
    const { status, body } = await post({ number: ana.number, presence, delay: 20 });
    assert.equal(status, 201, JSON.stringify(body));
    assert.deepEqual(body, { presence });
    await Promise.all([shown, over]);
    assert.deepEqual(order, [presence, 'paused']);
  });
}

test('201: the fields in options, as the documentation of version 2 has them', async () => {
  const seen = presenceOf(world.ana, 'composing');
  const options = { number: world.ana.number, presence: 'composing', delay: 1 };
  assert.equal((await post({ options })).status, 201);
  await seen;
});

test('400: the number is not on WhatsApp', async () => {
  const number = '15559999999';
  assertRefused(await post({ number, presence: 'composing', delay: 1 }), 400, [
    { jid: `${number}@s.whatsapp.net`, exists: false, number },
  ]);
});

test('400: a presence that does not exist', async () => {
  assertRefused(await post({ number: world.ana.number, presence: 'sleeping' }), 400);
});

test('400: the instance is not connected', async () => {
  const response = await post({ number: world.ana.number, presence: 'composing' }, CLOSED);
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
