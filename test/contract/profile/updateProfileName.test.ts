import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { testRefusals } from '../../support/refusals.ts';
import { CLOSED, heard, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

testRefusals('updateProfileName', () => world.gateway);

const post = (body: object, name = 'shop') =>
  call(world.gateway, 'POST', `/chat/updateProfileName/${name}`).send(body);

test('200: the phone and the other devices have the name, and so has who gets a message', async () => {
  const { gateway, shop, ana } = world;
  const device = await world.secondDevice();
  const name = 'Zap & Sons';
  const seen = heard(device, 'creds.update', ({ me }) => (me?.name === name ? true : undefined));
  const { status, body } = await post({ name });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body, { update: 'success' });
  await seen;
  await eventually('the phone', async () => (await gateway.whatsapp.phone(shop.number)).name === name);
  await gateway.client.message.sendText({
    instance: 'shop',
    body: { number: ana.number, text: 'Who am I?' },
  });
  assert.equal((await ana.client.text('Who am I?')).pushName, name);
  await eventually('the instance', async () => {
    const [row] = await gateway.client.instance.fetchInstances({ instanceName: 'shop' });
    return row?.profileName === name;
  });
});

for (const [title, name] of [
  ['too long', 'x'.repeat(26)],
  ['blank', '  '],
] as const) {
  test(`400: a name that is ${title}`, async () => {
    assertRefused(await post({ name }), 400);
  });
}

test('400: the instance is not connected', async () => {
  assertRefused(await post({ name: 'x' }, CLOSED), 400, [
    'Error: Connection Closed',
    'The "closed" instance is not connected',
  ]);
});
