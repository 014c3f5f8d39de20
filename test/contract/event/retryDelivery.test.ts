import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { type Hooked, openHooked, openShop, type Shop, sent, tried } from './hooked.ts';

let hooked: Hooked;
let shop: Shop;
let made = 0;

before(async () => {
  hooked = await openHooked();
});
after(() => hooked.stop());

testRefusals('retryDelivery', () => hooked.gateway);

beforeEach(async () => {
  shop = await openShop(hooked, `shop-${++made}`);
});

const retry = (deliveryId: string) => shop.client.event.retryDelivery({ instance: shop.name, deliveryId });

for (const [state, status] of [
  ['dead', 422],
  ['delivered', 200],
  ['pending', 503],
] as const) {
  test(`201: one that is ${state} is sent again at once, with the same event`, async () => {
    const before = await sent(hooked, shop, status);
    assert.equal(before.state, state);
    hooked.answer(200);
    const queued = await retry(before.id);
    assert.partialDeepStrictEqual(queued, { id: before.id, eventId: before.eventId, state: 'pending' });
    assert.equal(queued.settledAt, undefined);
    assert.ok(queued.queuedAt >= before.queuedAt && queued.createdAt === before.createdAt);
    const after = await tried(shop.client, shop.name, before.id, 2);
    assert.equal(after.state, 'delivered');
    const [first, second] = hooked.receiver.received.slice(-2);
    assert.deepEqual(second?.body, first?.body);
  });
}

test('400: the webhook is disabled', async () => {
  const { id } = await sent(hooked, shop, 422);
  const body = { webhook: { enabled: false } };
  await shop.client.webhook.setWebhook({ instance: shop.name, body });
  const response = await call(hooked.gateway, 'POST', `/event/retry/${shop.name}/${id}`);
  assertRefused(response, 400, [`The webhook "${shop.webhookId}" is disabled`]);
});

test('404: there is no such delivery, or another instance has it', async () => {
  const { id } = await sent(hooked, shop, 422);
  const other = await openShop(hooked, 'other');
  assertRefused(await call(hooked.gateway, 'POST', `/event/retry/other/${id}`, other.token), 404);
  assertRefused(await call(hooked.gateway, 'POST', '/event/retry/other/nonsense', other.token), 404, [
    'The delivery "nonsense" does not exist',
  ]);
});
