import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { InstancePresence } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { type Contact, newContact, presenceOf } from '../../support/contact.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  isState,
  type LinkedInstance,
  linkedInstance,
  newInstance,
  newNumber,
} from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Contact;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await newContact(gateway, 'Ana');
});
after(async () => {
  await ana.client.end();
  await gateway.stop();
});

testRefusals('setPresence', () => gateway);

const set = (presence: InstancePresence) =>
  gateway.client.instance.setPresence({ instance: shop.name, body: { presence } });

test('201: contacts see the account come and go', async () => {
  await ana.client.socket().presenceSubscribe(`${shop.number}@s.whatsapp.net`);
  for (const presence of ['available', 'unavailable', 'available'] as const) {
    const seen = presenceOf(ana, presence);
    assert.deepEqual(await set(presence), { presence });
    await seen;
  }
});

test('409: the phone has not told its name; once it has, contacts see the account', async () => {
  const { whatsapp, client } = gateway;
  const number = newNumber();
  await whatsapp.request('POST', '/phones', { number, name: '' });
  const { qrcode } = await client.instance.createInstance({
    body: { instanceName: 'nameless', integration: 'WHATSAPP-BAILEYS', qrcode: true },
  });
  const opened = gateway.event(isState('nameless', 'open'));
  await whatsapp.request('POST', `/phones/${number}/link`, { qr: qrcode?.code });
  await opened;
  const ask = () => call(gateway, 'POST', '/instance/setPresence/nameless').send({ presence: 'available' });
  const refused = await ask();
  assertRefused(refused, 409);
  assert.match(refused.body.response.message[0], /has not yet told the "nameless" instance the name/);

  await ana.client.socket().presenceSubscribe(`${number}@s.whatsapp.net`);
  const seen = presenceOf(ana, 'available');
  const asked = ask();
  await whatsapp.phone(number, 'Shop');
  assert.equal((await asked).status, 201);
  await seen;
});

test('400: the instance is not connected', async () => {
  await newInstance(gateway, 'closed');
  const response = await call(gateway, 'POST', '/instance/setPresence/closed').send({
    presence: 'available',
  });
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});

for (const [body, message] of [
  [{}, 'instance requires property "presence"'],
  [{ presence: 'composing' }, 'instance.presence must be one of available, unavailable'],
  [{ presence: 7 }, 'instance.presence must be one of available, unavailable'],
] as const) {
  test(`400: ${JSON.stringify(body)}`, async () => {
    assertRefused(await call(gateway, 'POST', '/instance/setPresence/shop').send(body), 400, [message]);
  });
}
