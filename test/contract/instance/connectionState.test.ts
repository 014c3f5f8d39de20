import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { isState, linkByPhone, newInstance, newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let token: string;

before(async () => {
  gateway = await startTestGateway();
  token = await newInstance(gateway, 'Shop 7');
});
after(() => gateway.stop());

testRefusals('connectionState', () => gateway);

const state = async () => {
  const { instance } = await gateway.clientWith(token).instance.connectionState({ instance: 'Shop 7' });
  assert.equal(instance.instanceName, 'Shop 7');
  return instance.state;
};

test('200: close, connecting, open, and back, as it is at each moment', async () => {
  assert.equal(await state(), 'close');
  const shown = await gateway.client.instance.connectInstance({ instance: 'Shop 7' });
  assert.equal(await state(), 'connecting');
  const number = newNumber();
  await linkByPhone(gateway, 'Shop 7', number, { qr: 'code' in shown ? shown.code : '' });
  assert.equal(await state(), 'open');
  const dropped = gateway.nextEvent(isState('Shop 7', 'connecting'));
  const backAgain = gateway.nextEvent(isState('Shop 7', 'open'));
  await gateway.whatsapp.faults({ disconnect: { number } });
  await dropped;
  assert.equal(await state(), 'connecting');
  await backAgain;
  assert.equal(await state(), 'open');
});

test('200: the name in any case, with a slash at the end, under the base path', async () => {
  for (const path of ['shop%207', 'SHOP%207/', '%20Shop%207%20'])
    for (const base of ['', '/whatsapp']) {
      const { body } = await call(gateway, 'GET', `${base}/instance/connectionState/${path}`).expect(200);
      assert.equal(body.instance.instanceName, 'Shop 7');
    }
});

test('a query does not say which instance is meant', async () => {
  const stranger = await newInstance(gateway, 'stranger');
  const path = '/instance/connectionState/stranger?instance=Shop%207&instanceName=Shop%207';
  const { body } = await call(gateway, 'GET', path, stranger).expect(200);
  assert.equal(body.instance.instanceName, 'stranger');
  assertRefused(
    await call(gateway, 'GET', '/instance/connectionState/Shop%207?instance=stranger', stranger),
    401,
  );
});

test('400: a name that no instance can have', async () => {
  const response = await call(gateway, 'GET', `/instance/connectionState/${'x'.repeat(256)}`);
  assertRefused(response, 400, ['path.instance must have at most 255 characters']);
});
