import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkedInstance, newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('deleteInstance', () => gateway);

const DONE = { status: 'SUCCESS', error: false, response: { message: 'Instance deleted' } };

test('200: the phone has the device no more, and nothing of the instance is left', async () => {
  const { client, whatsapp } = gateway;
  const { number, token } = await linkedInstance(gateway);
  await client.message.sendText({ instance: 'shop', body: { number, text: 'to forget' } });
  assert.deepEqual(await client.instance.deleteInstance({ instance: 'shop' }), DONE);
  const { body: phones } = await whatsapp.request<Phone[]>('GET', '/phones');
  assert.deepEqual(phones.find((phone) => phone.number === number)?.devices, []);
  for (const path of ['connectionState/shop', 'connect/shop', 'fetchInstances?instanceName=shop'])
    await call(gateway, 'GET', `/instance/${path}`).expect(404);
  assertRefused(await call(gateway, 'DELETE', '/instance/delete/shop'), 404);
  assertRefused(await call(gateway, 'GET', '/instance/fetchInstances', token), 401);
});

test('the name is free again, and its new owner finds nothing of the old one', async () => {
  await newInstance(gateway, 'shop');
  const { messages } = await gateway.client.chat.findMessages({ instance: 'shop', body: {} });
  assert.equal(messages.total, 0);
  const { instance } = await gateway.client.instance.connectionState({ instance: 'shop' });
  assert.equal(instance.state, 'close');
});

test('200: an instance that was never connected, by its own key', async () => {
  const token = await newInstance(gateway, 'own');
  assert.deepEqual(await gateway.clientWith(token).instance.deleteInstance({ instance: 'own' }), DONE);
});

test('200: an instance that shows a QR code', async () => {
  await newInstance(gateway, 'showing');
  await gateway.client.instance.connectInstance({ instance: 'showing' });
  assert.deepEqual(await gateway.client.instance.deleteInstance({ instance: 'showing' }), DONE);
  await call(gateway, 'GET', '/instance/connectionState/showing').expect(404);
});

test('200: clients log out first and do not mind that it fails', async () => {
  await newInstance(gateway, 'careful');
  await call(gateway, 'DELETE', '/instance/logout/careful').expect(400);
  await call(gateway, 'DELETE', '/instance/delete/careful').expect(200);
});
