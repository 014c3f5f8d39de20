import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Response } from 'supertest';
import type { Phone } from '../../simulator/control-client.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  type LinkedInstance,
  linkedInstance,
  newInstance,
  newNumber,
} from '../../support/linked-instance.ts';
import { arrived } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';
import { type Silence, startSilence } from '../../support/silence.ts';

let gateway: TestGateway;
let shop: LinkedInstance;

let silence: Silence;
/** Asked for first and looked at last: it takes as long as a caller is made to wait. */
let unanswered: Promise<Response>;

before(async () => {
  gateway = await startTestGateway();
  silence = await startSilence(gateway);
  unanswered = silence.ask('POST', '/instance/restart/unheard');
  shop = await linkedInstance(gateway);
});
after(async () => {
  await silence.stop();
  await gateway.stop();
});

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
  await arrived(gateway, other, shop.number, 'welcome back');
});

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

test('400: WhatsApp does not let it in any more, and the state says so', async () => {
  await linkedInstance(gateway, 'banned');
  await gateway.whatsapp.faults({ failLogin: 403 });
  const response = await call(gateway, 'POST', '/instance/restart/banned');
  await gateway.whatsapp.faults({ failLogin: 0 });
  assertRefused(response, 400, ['The "banned" instance could not connect: its state is close']);
  const { instance } = await gateway.client.instance.connectionState({ instance: 'banned' });
  assert.equal(instance.state, 'close');
});

test('504: WhatsApp says nothing', async () => {
  assertRefused(await unanswered, 504, [
    'WhatsApp did not answer in time',
    'The session goes on trying to connect',
  ]);
});
