import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { GLOBAL, type Hooked, openHooked, openShop, type Shop, sent, tried } from './hooked.ts';

let hooked: Hooked;
let shop: Shop;

before(async () => {
  hooked = await openHooked();
  shop = await openShop(hooked, 'shop');
});
after(() => hooked.stop());

testRefusals('findDelivery', () => hooked.gateway);

test('200: the delivery with each try of it, and the event as it was sent', async () => {
  const { id } = await sent(hooked, shop, 500);
  hooked.answer(200);
  await shop.client.event.retryDelivery({ instance: 'shop', deliveryId: id });
  await tried(shop.client, 'shop', id, 2);
  const found = await shop.client.event.findDelivery({ instance: 'shop', deliveryId: id });
  assert.partialDeepStrictEqual(found.delivery, { id, state: 'delivered', attempts: 2 });
  assert.equal(found.delivery.lastError, undefined);
  assert.deepEqual(
    found.attempts.map(({ number, status, error }) => [number, status, error]),
    [
      [1, 500, 'HTTP 500'],
      [2, 200, undefined],
    ],
  );
  const received = hooked.receiver.received.map(({ body }) => body);
  assert.deepEqual(received, [found.event, found.event]);
  assert.equal(found.event.event, 'webhook.test');
});

test('404: there is no such delivery, or another instance has it', async () => {
  const { id } = await sent(hooked, shop, 200);
  const other = await openShop(hooked, 'other');
  for (const [path, key] of [
    ['/event/delivery/shop/cm8f0x1zk0001abcdefghijkl', shop.token],
    ['/event/delivery/shop/nonsense', shop.token],
    [`/event/delivery/other/${id}`, other.token],
    [`/event/delivery/other/${id}`, undefined],
  ] as const) {
    const response = await call(hooked.gateway, 'GET', path, key);
    assertRefused(response, 404, [`The delivery "${path.split('/').at(-1)}" does not exist`]);
  }
});

test('404: by the key of the instance, a delivery to the webhook of all instances', async () => {
  const { client } = hooked.gateway;
  const webhookId = GLOBAL;
  const { id } = await client.event.sendTestEvent({ instance: 'shop', body: { webhookId } });
  assertRefused(await call(hooked.gateway, 'GET', `/event/delivery/shop/${id}`, shop.token), 404);
  assertRefused(await call(hooked.gateway, 'POST', `/event/retry/shop/${id}`, shop.token), 404);
  await tried(client, 'shop', id, 1);
});

test('400: an id that is too long', async () => {
  assertRefused(await call(hooked.gateway, 'GET', `/event/delivery/shop/${'c'.repeat(101)}`), 400);
});
