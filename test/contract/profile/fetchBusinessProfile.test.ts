import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('fetchBusinessProfile', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/fetchBusinessProfile/${name}`).send(body);

test('200: somebody who is not a business', async () => {
  const { status, body } = await post({ number: `+${world.ana.number}` });
  assert.equal(status, 200, JSON.stringify(body));
  assert.partialDeepStrictEqual(body, {
    isBusiness: false,
    message: 'Not is business profile',
    jid: world.anaJid,
    exists: true,
    number: `+${world.ana.number}`,
  });
});

test('200: a business', async () => {
  const number = newNumber();
  const said = { description: 'Bread and cakes', email: 'hi@bakery.test', address: '1 Main Street' };
  const business = { ...said, website: 'https://bakery.test', category: 'Bakery' };
  await world.gateway.whatsapp.request('POST', '/phones', { number, name: 'Bakery', business });
  const { status, body } = await post({ number });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, {
    ...{ isBusiness: true, wid: `${number}@s.whatsapp.net`, ...said },
    ...{ website: ['https://bakery.test'], category: 'Bakery', business_hours: {} },
  });
});

test('200: nobody', async () => {
  const number = '15559999999';
  const { status, body } = await post({ number });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, {
    isBusiness: false,
    message: 'Not is business profile',
    jid: `${number}@s.whatsapp.net`,
    exists: false,
    number,
  });
});

test('400: what is no number', async () => {
  assertRefused(await post({ number: 'abc' }), 400);
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ number: world.ana.number }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
