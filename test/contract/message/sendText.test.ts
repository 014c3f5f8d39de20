import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MessageRecord } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import {
  type LinkedInstance,
  linkedInstance,
  newInstance,
  newNumber,
} from '../../support/linked-instance.ts';
import { arrived, inInbox, statusEvent } from '../../support/messages.ts';
import { testRefusals } from '../../support/refusals.ts';
import { BRAZIL, REFUSED, SPELLINGS } from './send-text-inputs.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
/** The number of somebody who is on WhatsApp. */
const ana = newNumber();

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  await gateway.whatsapp.phone(ana, 'Ana');
});
after(() => gateway.stop());

testRefusals('sendText', () => gateway);

const post = (body: unknown) => call(gateway, 'POST', '/message/sendText/shop').send(body as object);

const send = async (body: object): Promise<MessageRecord> => (await post(body).expect(201)).body;

test('201: the phone of the number gets the text', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number, 'Bea');
  const own = gateway.clientWith(shop.token).message;
  const sent = await own.sendText({ instance: 'shop', body: { number, text: 'Good morning' } });
  const [row] = await gateway.client.instance.fetchInstances();
  assert.partialDeepStrictEqual(sent, {
    key: { remoteJid: `${number}@s.whatsapp.net`, fromMe: true },
    pushName: 'Owner of shop',
    status: 'PENDING',
    message: { conversation: 'Good morning' },
    contextInfo: null,
    messageType: 'conversation',
    instanceId: row?.id,
    source: 'web',
  });
  assert.match(sent.key.id, /^3EB0[0-9A-F]+$/);
  assert.ok(Number.isInteger(sent.messageTimestamp));
  const { text, from } = await inInbox(gateway, number, sent.key.id);
  assert.equal(text, 'Good morning');
  assert.equal(from, `${shop.number}@s.whatsapp.net`);
  const event = await gateway.event(({ type }) => type === 'send.message');
  assert.deepEqual(event.data, sent);
  const ownPhone = await inInbox(gateway, shop.number, sent.key.id);
  assert.partialDeepStrictEqual(ownPhone, { fromMe: true, chat: `${number}@s.whatsapp.net` });
});

test('its delivery and its reading come as events', async () => {
  const { key } = await send({ number: ana, text: 'read me' });
  const { data } = await statusEvent(gateway, key.id, 'DELIVERY_ACK');
  assert.partialDeepStrictEqual(data, { remoteJid: key.remoteJid, fromMe: true });
  await gateway.whatsapp.request('POST', `/phones/${ana}/read`, { id: key.id });
  await statusEvent(gateway, key.id, 'READ');
});

for (const [spelling, write] of Object.entries(SPELLINGS)) {
  test(`201: to a number that is ${spelling}`, async () => {
    const number = newNumber();
    const phone = await gateway.whatsapp.phone(number);
    const sent = await send({ number: write(phone), text: spelling });
    assert.equal((await inInbox(gateway, number, sent.key.id)).text, spelling);
    assert.equal(sent.key.remoteJid, phone.jid);
  });
}

test('201: to a LID; the chat is that of the phone wherever its number is known', async () => {
  const number = newNumber();
  const { jid, lid } = await gateway.whatsapp.phone(number);
  const first = await send({ number: lid, text: 'Who is there?' });
  assert.equal(first.key.remoteJid, lid);
  assert.equal((await inInbox(gateway, number, first.key.id)).text, 'Who is there?');
  await arrived(gateway, number, shop.number, 'It is me');
  const second = await send({ number: lid, text: 'I see' });
  assert.equal(second.key.remoteJid, jid);
  assert.equal((await inInbox(gateway, number, second.key.id)).text, 'I see');
});

for (const [registered, written] of BRAZIL) {
  test(`201: ${written} reaches the phone that WhatsApp knows as ${registered}`, async () => {
    const { jid } = await gateway.whatsapp.phone(registered);
    const sent = await send({ number: written, text: 'Bom dia' });
    assert.equal(sent.key.remoteJid, jid);
    assert.equal((await inInbox(gateway, registered, sent.key.id)).text, 'Bom dia');
  });
}

test('201: the body of version 1', async () => {
  const body = {
    textMessage: { text: 'as in version 1' },
    options: {
      delay: 1,
      presence: 'composing',
      linkPreview: false,
      quoted: { key: { id: '' } },
      mentions: {},
    },
  };
  const sent = await send({ number: ana, ...body });
  assert.equal((await inInbox(gateway, ana, sent.key.id)).text, 'as in version 1');
});

test('a text that WhatsApp refuses ends as an error', async () => {
  await gateway.whatsapp.faults({ ackError: 479 });
  const { key } = await send({ number: ana, text: 'unwanted' });
  await statusEvent(gateway, key.id, 'ERROR');
  await gateway.whatsapp.faults({ ackError: 0 });
});

test('400: a number that is not on WhatsApp is named in the row that clients read', async () => {
  assertRefused(await post({ number: '15559999999', text: 'hi' }), 400, [
    { jid: '15559999999@s.whatsapp.net', exists: false, number: '15559999999' },
  ]);
});

test('400: the instance is not connected', async () => {
  await newInstance(gateway, 'closed');
  const body = { number: ana, text: 'hi' };
  const response = await call(gateway, 'POST', '/message/sendText/Closed').send(body);
  assertRefused(response, 400, ['Error: Connection Closed', 'The "closed" instance is not connected']);
});

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body).slice(0, 50)}`, async () => {
    const response = await post(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
  });
}
