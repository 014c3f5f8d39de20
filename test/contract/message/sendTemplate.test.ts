import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { post } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('sendTemplate', () => world.gateway);

test('400: there are no templates here', async () => {
  const body = { number: world.ana.number, name: 'hello', language: 'en_US' };
  assertRefused(await post(world, 'sendTemplate', body), 400, [
    'Method not available in the Baileys service',
  ]);
});
