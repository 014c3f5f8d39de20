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

testRefusals('fetchProfile', () => world.gateway);

const post = (body: object | undefined, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/fetchProfile/${name}`).send(body);

test('200: what Ana shows of herself', async () => {
  const { ana, anaJid } = world;
  await world.hearsFromAna('Hello');
  await ana.client.socket().updateProfileStatus('At the beach');
  const { status, body } = await post({ number: ana.number });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, {
    wuid: anaJid,
    name: 'Ana',
    numberExists: true,
    picture: null,
    status: 'At the beach',
    isBusiness: false,
    email: null,
    description: null,
    website: null,
  });
});

test('200: a business that hides its picture and its status', async () => {
  const { whatsapp } = world.gateway;
  const number = newNumber();
  const business = { description: 'Bread', email: 'hi@bakery.test', website: 'https://bakery.test' };
  await whatsapp.request('POST', '/phones', { number, name: 'Bakery', business });
  await whatsapp.request('POST', `/phones/${number}/privacy`, { profile: 'none', status: 'none' });
  const { status, body } = await post({ number });
  assert.equal(status, 200, JSON.stringify(body));
  const hidden = { name: null, picture: null, status: null };
  const wuid = `${number}@s.whatsapp.net`;
  assert.deepEqual(body, { wuid, ...hidden, numberExists: true, isBusiness: true, ...business });
});

test('200: the own profile, where no number is given', async () => {
  for (const body of [undefined, { number: '' }]) {
    const answer = await post(body);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.partialDeepStrictEqual(answer.body, { wuid: world.shopJid, name: 'Owner of shop', picture: null });
  }
});

test('400: the number is not on WhatsApp', async () => {
  const number = '15559999999';
  assertRefused(await post({ number }), 400, [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]);
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ number: world.ana.number }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
