import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Delivery, RequeueDeadLettersBody } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { GLOBAL, type Hooked, openHooked, openShop, type Shop, sent, tried } from './hooked.ts';

let hooked: Hooked;
let shop: Shop;
let made = 0;
/** The oldest first; a delivered one is between them. */
let dead: Delivery[];

before(async () => {
  hooked = await openHooked();
});
after(() => hooked.stop());

testRefusals('requeueDeadLetters', () => hooked.gateway);

beforeEach(async () => {
  shop = await openShop(hooked, `shop-${++made}`);
  const sentOnes: Delivery[] = [];
  for (const status of [422, 422, 200, 422]) sentOnes.push(await sent(hooked, shop, status));
  dead = sentOnes.filter(({ state }) => state === 'dead');
  hooked.receiver.received.length = 0;
  hooked.answer(200);
});

const requeue = (body?: RequeueDeadLettersBody) =>
  shop.client.event.requeueDeadLetters({ instance: shop.name, ...(body && { body }) });

/** Which were sent again, in this order; the others are as they were. */
async function assertSentAgain(expected: Delivery[]): Promise<void> {
  for (const { id } of expected) await tried(shop.client, shop.name, id, 2);
  const arrived = hooked.receiver.received.map(({ headers }) => headers['x-delivery-id']);
  assert.deepEqual(
    arrived,
    expected.map(({ eventId }) => eventId),
  );
  const { deliveries } = await shop.client.event.listDeadLetters({ instance: shop.name });
  assert.deepEqual(deliveries, dead.filter((one) => !expected.includes(one)).toReversed());
}

test('201: all of the instance, in their order', async () => {
  assert.deepEqual(await requeue(), { requeued: 3 });
  await assertSentAgain(dead);
  assert.deepEqual(await requeue({}), { requeued: 0 });
});

test('201: those of a webhook; those that are named, and none that is not dead or not here', async () => {
  const [first, second, third] = dead.map(({ id }) => id) as [string, string, string];
  const other = await openShop(hooked, `other-${made}`);
  const foreign = await sent(hooked, other, 422);
  const live = await sent(hooked, shop, 200);
  hooked.receiver.received.length = 0;
  const deliveryIds = [third, first, live.id, foreign.id, 'cm8f0x1zk0001abcdefghijkl'];
  assert.deepEqual(await requeue({ deliveryIds }), { requeued: 2 });
  await assertSentAgain(dead.filter(({ id }) => id !== second));
  assert.deepEqual(await requeue({ webhookId: shop.webhookId }), { requeued: 1 });
  await tried(shop.client, shop.name, second, 2);
});

test('201: those of a time', async () => {
  const [{ createdAt: from }] = dead.slice(-1) as [Delivery];
  const expected = dead.filter(({ createdAt }) => createdAt >= from);
  assert.deepEqual(await requeue({ to: '2001-01-01T00:00:00Z' }), { requeued: 0 });
  assert.deepEqual(await requeue({ from }), { requeued: expected.length });
  await assertSentAgain(expected);
});

test('201: those of a disabled webhook stay, unless it is named: 400', async () => {
  await shop.client.webhook.setWebhook({ instance: shop.name, body: { webhook: { enabled: false } } });
  assert.deepEqual(await requeue(), { requeued: 0 });
  const path = `/event/requeue/${shop.name}`;
  const response = await call(hooked.gateway, 'POST', path).send({ webhookId: shop.webhookId });
  assertRefused(response, 400, [`The webhook "${shop.webhookId}" is disabled`]);
});

test('201: those of the webhook of all instances by the global key only', async () => {
  const { client } = hooked.gateway;
  const webhookId = GLOBAL;
  hooked.answer(422);
  const { id } = await client.event.sendTestEvent({ instance: shop.name, body: { webhookId } });
  await tried(client, shop.name, id, 1);
  hooked.answer(200);
  assert.deepEqual(await requeue({ deliveryIds: [id] }), { requeued: 0 });
  const body = { deliveryIds: [id] };
  const requeued = await client.event.requeueDeadLetters({ instance: shop.name, body });
  assert.deepEqual(requeued, { requeued: 1 });
  await tried(client, shop.name, id, 2);
});

for (const [body, named] of [
  [{ webhookId: 'nobody' }, /^instance\.webhookId: there is no webhook "nobody"$/],
  [{ deliveryIds: [] }, /^instance\.deliveryIds must not be empty$/],
  [{ deliveryIds: ['one'] }, /^instance\.deliveryIds\[0\] is not valid/],
  [{ from: 'noon' }, /^instance\.from must be a valid date-time$/],
] as const) {
  test(`400: ${JSON.stringify(body)}`, async () => {
    const response = await call(hooked.gateway, 'POST', `/event/requeue/${shop.name}`).send(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
  });
}
