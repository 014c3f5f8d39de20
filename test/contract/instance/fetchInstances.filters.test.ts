import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await newInstance(gateway, 'Café 1');
});
after(() => gateway.stop());

testRefusals('fetchInstances', () => gateway);

test('200: each filter finds its instance', async () => {
  const find = async (filter: object) => gateway.client.instance.fetchInstances(filter);
  const names = async (filter: object) => (await find(filter)).map(({ name }) => name);
  const id = (await find({ instanceName: 'shop' }))[0]?.id;
  for (const filter of [{ instanceName: 'SHOP' }, { instanceId: id }, { number: shop.number }])
    assert.deepEqual(await names(filter), ['shop']);
  assert.deepEqual(await names({ instanceName: 'shop', instanceId: id, number: shop.number }), ['shop']);
});

test('401: the key of an instance asks for another, whether there is one or not', async () => {
  for (const name of ['Café 1', 'nobody']) {
    const path = `/instance/fetchInstances?instanceName=${encodeURIComponent(name)}`;
    assertRefused(await call(gateway, 'GET', path, shop.token), 401);
  }
});

for (const [name, value] of [
  ['instanceName', 'nobody'],
  ['instanceId', '3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10'],
  ['number', '15559999999'],
]) {
  test(`404: no instance has this ${name}`, async () => {
    const response = await call(gateway, 'GET', `/instance/fetchInstances?${name}=${value}`);
    assertRefused(response, 404, [`Instance "${value}" not found`]);
  });
}

test('404: two filters that no one instance passes', async () => {
  const response = await call(
    gateway,
    'GET',
    `/instance/fetchInstances?instanceName=caf%C3%A9%201&number=${shop.number}`,
  );
  assertRefused(response, 404);
});

test('400: a filter that is too long', async () => {
  const response = await call(gateway, 'GET', `/instance/fetchInstances?instanceName=${'x'.repeat(300)}`);
  assertRefused(response, 400, ['query.instanceName must have at most 255 characters']);
});
