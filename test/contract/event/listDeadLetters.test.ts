import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { type Hooked, openHooked, openShop, sent } from './hooked.ts';

let hooked: Hooked;

before(async () => {
  hooked = await openHooked();
});
after(() => hooked.stop());

testRefusals('listDeadLetters', () => hooked.gateway);

test('200: what was given up and why, the newest first, in pages', async () => {
  const shop = await openShop(hooked, 'shop');
  const first = await sent(hooked, shop, 422);
  for (const status of [200, 500]) await sent(hooked, shop, status);
  const second = await sent(hooked, shop, 403);
  const page = await shop.client.event.listDeadLetters({ instance: 'shop' });
  assert.deepEqual(page, { deliveries: [second, first], next: null });
  assert.deepEqual(
    page.deliveries.map(({ state, lastError }) => [state, lastError]),
    [
      ['dead', 'HTTP 403'],
      ['dead', 'HTTP 422'],
    ],
  );
  const { next } = await shop.client.event.listDeadLetters({ instance: 'shop', limit: 1 });
  const rest = await shop.client.event.listDeadLetters({ instance: 'shop', cursor: String(next) });
  assert.deepEqual(rest, { deliveries: [first], next: null });
});

test('400: what is wrong is named', async () => {
  const response = await call(hooked.gateway, 'GET', '/event/deadLetters/shop?limit=501');
  assertRefused(response, 400, ['query.limit must be at most 500']);
});
