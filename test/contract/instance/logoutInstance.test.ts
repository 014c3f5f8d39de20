import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  isState,
  type LinkedInstance,
  linkByPhone,
  linkedInstance,
  newInstance,
} from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
});
after(() => gateway.stop());

testRefusals('logoutInstance', () => gateway);

const DONE = { status: 'SUCCESS', error: false, response: { message: 'Instance logged out' } };

const devices = async () => {
  const { body } = await gateway.whatsapp.request<Phone[]>('GET', '/phones');
  return body.find(({ number }) => number === shop.number)?.devices;
};

test('200: the phone has the device no more, the instance is closed and its messages stay', async () => {
  const { client } = gateway;
  await client.message.sendText({ instance: 'shop', body: { number: shop.number, text: 'to keep' } });
  assert.equal((await devices())?.length, 1);
  assert.deepEqual(await client.instance.logoutInstance({ instance: 'shop' }), DONE);
  assert.deepEqual(await devices(), []);
  const { instance } = await client.instance.connectionState({ instance: 'shop' });
  assert.equal(instance.state, 'close');
  await gateway.event(isState('shop', 'close'));
  const { messages } = await client.chat.findMessages({ instance: 'shop', body: {} });
  assert.equal(messages.total, 1);
  const [row] = await client.instance.fetchInstances({ instanceName: 'shop' });
  assert.equal(row?.disconnectionReasonCode, 401);
  assert.match(String(row?.disconnectionAt), /^\d{4}-\d\d-\d\dT.*Z$/);
});

test('400: it is logged out already, and nothing can be sent', async () => {
  assertRefused(await call(gateway, 'DELETE', '/instance/logout/shop'), 400, [
    'The "shop" instance is not connected',
  ]);
  const send = call(gateway, 'POST', '/message/sendText/shop').send({
    number: shop.number,
    text: 'too late',
  });
  assertRefused(await send, 400, ['Error: Connection Closed', 'The "shop" instance is not connected']);
});

test('the same phone can link it again', async () => {
  const shown = await gateway.client.instance.connectInstance({ instance: 'shop' });
  await linkByPhone(gateway, 'shop', shop.number, { qr: 'code' in shown ? shown.code : '' });
  assert.equal((await devices())?.length, 1);
});

test('200: an instance that shows a QR code stops doing so', async () => {
  await newInstance(gateway, 'showing');
  await gateway.client.instance.connectInstance({ instance: 'showing' });
  assert.deepEqual(await gateway.client.instance.logoutInstance({ instance: 'showing' }), DONE);
  const { instance } = await gateway.client.instance.connectionState({ instance: 'showing' });
  assert.equal(instance.state, 'close');
});

test('400: an instance that was never connected', async () => {
  await newInstance(gateway, 'never');
  const response = await call(gateway, 'DELETE', '/instance/logout/never');
  assertRefused(response, 400, ['The "never" instance is not connected']);
});
