import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Client } from '../../simulator/baileys-client.ts';
import { call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
let device: Client;

before(async () => {
  world = await openShop();
  device = await world.secondDevice();
});
after(() => world.stop());

testRefusals('findLabels', () => world.gateway);

const find = (name = 'shop') => call(world.gateway, 'GET', `/label/findLabels/${name}`);

async function edit(label: { id: string; name: string; color: number; deleted?: boolean }): Promise<void> {
  const told = world.gateway.nextEvent(({ type }) => type === 'labels.edit');
  await device.socket().addLabel('', label as Parameters<ReturnType<Client['socket']>['addLabel']>[1]);
  await told;
}

test('200: none', async () => {
  for (const name of ['shop', CLOSED]) {
    const { status, body } = await find(name);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body, []);
  }
});

test('200: as another device makes and changes them', async () => {
  await edit({ id: '5', name: 'VIP', color: 3 });
  assert.deepEqual((await find()).body, [{ color: '3', name: 'VIP', id: '5', predefinedId: null }]);
  await edit({ id: '5', name: 'Very important', color: 4 });
  assert.deepEqual((await find()).body, [
    { color: '4', name: 'Very important', id: '5', predefinedId: null },
  ]);
  await edit({ id: '5', name: 'Very important', color: 4, deleted: true });
  assert.deepEqual((await find()).body, []);
});
