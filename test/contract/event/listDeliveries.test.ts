import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ListDeliveriesParams } from '../../../clients/typescript/src/apis/EventApi.ts';
import type { Delivery } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { GLOBAL, type Hooked, openHooked, openShop, type Shop, sent } from './hooked.ts';

let hooked: Hooked;
let shop: Shop;
/** The oldest first. */
let made: Delivery[];

before(async () => {
  hooked = await openHooked();
  shop = await openShop(hooked, 'shop');
  made = [];
  for (const status of [200, 422, 500, 404, 204]) made.push(await sent(hooked, shop, status));
});
after(() => hooked.stop());

testRefusals('listDeliveries', () => hooked.gateway);

const list = (query: Omit<ListDeliveriesParams, 'instance'> = {}) =>
  shop.client.event.listDeliveries({ instance: 'shop', ...query });

test('200: all, the newest first, each with what has become of it', async () => {
  const { deliveries, next } = await list();
  assert.deepEqual(deliveries, made.toReversed());
  assert.equal(next, null);
  const [delivered, dead, pending] = made;
  const common = { webhookId: shop.webhookId, event: 'webhook.test', attempts: 1 };
  assert.partialDeepStrictEqual(delivered, { ...common, state: 'delivered' });
  assert.partialDeepStrictEqual(dead, { ...common, state: 'dead', lastError: 'HTTP 422' });
  assert.partialDeepStrictEqual(pending, { ...common, state: 'pending', lastError: 'HTTP 500' });
  assert.deepEqual(
    made.map(({ settledAt, nextAttemptAt }) => [settledAt === undefined, nextAttemptAt === undefined]),
    [
      [false, true],
      [false, true],
      [true, false],
      [false, true],
      [false, true],
    ],
  );
});

test('200: those of a state, of a webhook, of a time', async () => {
  for (const state of ['pending', 'delivered', 'dead'] as const) {
    const expected = made.filter((delivery) => delivery.state === state).toReversed();
    assert.deepEqual((await list({ state, webhookId: shop.webhookId })).deliveries, expected);
  }
  const middle = String(made[2]?.createdAt);
  const since = made.filter(({ createdAt }) => createdAt >= middle).toReversed();
  const until = made.filter(({ createdAt }) => createdAt <= middle).toReversed();
  assert.deepEqual((await list({ from: middle })).deliveries, since);
  assert.deepEqual((await list({ to: middle })).deliveries, until);
  assert.deepEqual((await list({ from: '2001-01-01T00:00:00Z', to: '2002-01-01T00:00:00Z' })).deliveries, []);
});

test('200: page by page, and by pages of a time and a state', async () => {
  for (const query of [{}, { state: 'dead' as const }, { to: String(made[3]?.createdAt) }]) {
    const all = (await list(query)).deliveries;
    const found: Delivery[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list({ ...query, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      assert.equal(page.deliveries.length, Math.min(2, all.length - found.length));
      found.push(...page.deliveries);
      cursor = page.next;
    }
    assert.deepEqual(found, all);
  }
});

test('200: nothing of another instance, and those to the webhook of all instances by the global key only', async () => {
  const other = await openShop(hooked, 'other');
  assert.deepEqual(await other.client.event.listDeliveries({ instance: 'other' }), {
    ...{ deliveries: [], next: null },
  });
  const webhookId = GLOBAL;
  const { client } = hooked.gateway;
  const { id } = await client.event.sendTestEvent({ instance: 'other', body: { webhookId } });
  assert.deepEqual((await other.client.event.listDeliveries({ instance: 'other' })).deliveries, []);
  const [shown] = (await client.event.listDeliveries({ instance: 'other', webhookId })).deliveries;
  assert.equal(shown?.id, id);
  assert.equal((await client.event.listDeliveries({ instance: 'shop', webhookId })).deliveries.length, 0);
  const refused = await call(hooked.gateway, 'GET', '/event/deliveries/other?webhookId=global', other.token);
  assertRefused(refused, 400, ['query.webhookId: there is no webhook "global"']);
});

test('400: another instance has the webhook', async () => {
  const response = await call(hooked.gateway, 'GET', `/event/deliveries/other?webhookId=${shop.webhookId}`);
  assertRefused(response, 400, [`query.webhookId: there is no webhook "${shop.webhookId}"`]);
});
