import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Phone } from '../../simulator/control-client.ts';
import { call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  type LinkedInstance,
  linkedInstance,
  newInstance,
  newNumber,
} from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
});
after(() => gateway.stop());

testRefusals('restartInstance', () => gateway);

const OPEN = { instance: { instanceName: 'shop', state: 'open' } };

const devices = async (): Promise<Phone['devices'] | undefined> => {
  const { body } = await gateway.whatsapp.request<Phone[]>('GET', '/phones');
  return body.find(({ number }) => number === shop.number)?.devices;
};

test('200: a linked instance connects again, and is the same device', async () => {
  const before = await devices();
  assert.deepEqual(await gateway.client.instance.restartInstance({ instance: 'shop' }), OPEN);
  assert.deepEqual(await devices(), before);
});

test('200: by PUT, with whatever body', async () => {
  for (const [type, body] of [
    ['application/json', '[]'],
    ['application/json', '{"not": '],
    ['text/plain', 'again'],
  ] as const) {
    const response = await call(gateway, 'PUT', '/instance/restart/shop')
      .set('content-type', type)
      .send(body);
    assert.deepEqual(response.body, OPEN);
  }
});

test('messages go both ways after it', async () => {
  await gateway.client.instance.restartInstance({ instance: 'shop' });
  const other = newNumber();
  await gateway.whatsapp.phone(other);
  await gateway.client.message.sendText({ instance: 'shop', body: { number: other, text: 'back again' } });
  const id = await gateway.whatsapp.send(other, shop.number, 'welcome back');
  await gateway.event(({ type, data }) => type === 'messages.upsert' && (data as Message).key.id === id);
});

interface Message {
  key: { id: string };
}

test('200: an instance without a phone shows a QR code, and another one each time', async () => {
  await newInstance(gateway, 'fresh');
  const codes = new Set<string>();
  for (const count of [1, 2]) {
    const shown = await gateway.client.instance.restartInstance({ instance: 'fresh' });
    assert.ok('code' in shown && shown.count === 1);
    codes.add(shown.code);
    assert.equal(codes.size, count);
  }
});
