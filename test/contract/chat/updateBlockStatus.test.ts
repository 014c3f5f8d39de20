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

testRefusals('updateBlockStatus', () => world.gateway);

const post = (body: object, path = '/chat/updateBlockStatus/shop') =>
  call(world.gateway, 'POST', path).send(body);

test('201: Ana is blocked and let in again, on the account and so on its other devices', async () => {
  const { number } = world.ana;
  const { lid } = await world.gateway.whatsapp.phone(number);
  for (const [status, expected] of [
    ['block', [lid]],
    ['unblock', []],
  ] as const) {
    const answer = await post({ number, status });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.deepEqual(answer.body, { block: 'success' });
    assert.deepEqual(await device.socket().fetchBlocklist(), expected);
  }
});

test('201: by the paths that other clients use', async () => {
  for (const path of ['/message/updateBlockStatus/shop', '/chat/blockContact/shop']) {
    assert.equal((await post({ number: world.ana.number, status: 'unblock' }, path)).status, 201, path);
  }
});

test('400: the number is not on WhatsApp', async () => {
  const number = '15559999999';
  assertRefused(await post({ number, status: 'block' }), 400, [
    { jid: `${number}@s.whatsapp.net`, exists: false, number },
  ]);
});

test('400: a group cannot be blocked', async () => {
  assertRefused(await post({ number: '120363000000000001@g.us', status: 'block' }), 400);
});

test('400: the instance is not connected', async () => {
  const response = await post(
    { number: world.ana.number, status: 'block' },
    `/chat/updateBlockStatus/${CLOSED}`,
  );
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});
