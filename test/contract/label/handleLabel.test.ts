import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../simulator/baileys-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let device: Client;

before(async () => {
  world = await openShop();
  device = await world.secondDevice();
  const told = world.gateway.nextEvent(({ type }) => type === 'labels.edit');
  await device.socket().addLabel('', { id: '5', name: 'VIP', color: 3 });
  await told;
});
after(() => world.stop());

testRefusals('handleLabel', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/label/handleLabel/${name}`).send(body);

for (const action of ['add', 'remove'] as const) {
  test(`200: ${action}; the other devices see it, and it is told`, async () => {
    const { gateway, ana, anaJid } = world;
    const seen = heard(device, 'labels.association', ({ type, association }) =>
      type === action ? association : undefined,
    );
    const told = gateway.nextEvent(({ type }) => type === 'labels.association');
    const { status, body } = await post({ number: ana.number, labelId: 5, action });
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body, { numberJid: anaJid, labelId: '5', [action]: true });
    assert.partialDeepStrictEqual(await seen, { chatId: anaJid, labelId: '5' });
    const { data } = await told;
    assert.deepEqual(data, { instance: 'shop', type: action, chatId: anaJid, labelId: '5' });
  });
}

test('404: the number is not on WhatsApp', async () => {
  assertRefused(await post({ number: '15559999999', labelId: '5', action: 'add' }), 404, [
    'Number is not on WhatsApp',
  ]);
});

test('404: there is no such label', async () => {
  assertRefused(await post({ number: world.ana.number, labelId: '99', action: 'add' }), 404, [
    'There is no label "99"',
  ]);
});

test('400: an action that does not exist', async () => {
  assertRefused(await post({ number: world.ana.number, labelId: '5', action: 'toggle' }), 400);
});

test('400: the instance is not connected', async () => {
  assertRefused(await post({ number: world.ana.number, labelId: '5', action: 'add' }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
