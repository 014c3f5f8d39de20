import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import supertest from 'supertest';
import { eventually } from '../../simulator/control-client.ts';
import { KEY, startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { type LinkedInstance, linkedInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;
let shop: LinkedInstance;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
});
after(() => gateway.stop());

const post = (body: object, path = `/message/sendText/${shop.name}`) =>
  supertest(gateway.url).post(path).set('apikey', KEY).send(body);

test('201: the phone of the number gets the text', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number, 'Ana');
  const sent = await gateway.client.message.sendText({
    instance: 'shop',
    body: { number, text: 'Good morning' },
  });
  assert.equal(sent.status, 'PENDING');
  assert.equal(sent.message.conversation, 'Good morning');
  const [received] = await eventually('the text', async () => {
    const inbox = await gateway.whatsapp.inbox(number);
    return inbox.length > 0 && inbox;
  });
  assert.equal(received?.id, sent.key.id);
  assert.equal(received?.text, 'Good morning');
  assert.equal(received?.from, `${shop.number}@s.whatsapp.net`);
});

test('400: a number that is not on WhatsApp is named in the row that clients read', async () => {
  const { body } = await post({ number: '15559999999', text: 'hi' }).expect(400);
  assert.deepEqual(body.response.message, [
    { jid: '15559999999@s.whatsapp.net', exists: false, number: '15559999999' },
  ]);
});
