import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';
import { URL } from './webhook-bodies.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('createWebhook', () => gateway);

const create = (name: string, body: object) => call(gateway, 'POST', `/webhook/create/${name}`).send(body);

test('201: the webhook as stored, with a secret that is shown this once', async () => {
  const token = await newInstance(gateway, 'shop');
  const body = {
    ...{ url: URL, headers: { authorization: 'Bearer 17' }, events: ['MESSAGES_UPSERT' as const] },
    ...{ jids: ['+49 151 12345678', '120363025246125486@g.us'], byEvents: true, base64: true },
  };
  const created = await gateway.clientWith(token).webhook.createWebhook({ instance: 'shop', body });
  const { id, instanceId, createdAt, updatedAt, secret, ...rest } = created;
  assert.deepEqual(rest, {
    ...{ ...body, enabled: true, main: false, signed: true, oldSecretUntil: null },
    jids: ['4915112345678@s.whatsapp.net', '120363025246125486@g.us'],
  });
  assert.match(secret, /^whsec_[\w+/]{43}=$/);
  const [listed] = await gateway.client.webhook.listWebhooks({ instance: 'shop' });
  assert.deepEqual(listed, { id, instanceId, createdAt, updatedAt, ...rest });
});

test('201: with the least there is, all events of all chats', async () => {
  await newInstance(gateway, 'least');
  const response = await create('least', { url: URL }).expect(201);
  assert.partialDeepStrictEqual(response.body, { enabled: true, headers: {}, events: [], jids: [] });
  const off = await create('least', { enabled: false, events: ['CALL'] }).expect(201);
  assert.partialDeepStrictEqual(off.body, { enabled: false, url: '', events: ['CALL'] });
});

test('201: fields by the names they have elsewhere', async () => {
  await newInstance(gateway, 'names');
  const stored = { url: URL, byEvents: true, base64: true, events: ['GROUP_UPDATE'] };
  const events = ['groups.update'];
  for (const body of [
    { webhook: { url: URL, webhookByEvents: true, webhookBase64: true, events } },
    { url: URL, webhook_by_events: 'true', webhook_base64: 'True', events },
  ])
    assert.partialDeepStrictEqual((await create('names', body).expect(201)).body, stored);
});

test('201: a number is kept as every JID that WhatsApp may know it by', async () => {
  await newInstance(gateway, 'numbers');
  const response = await create('numbers', { url: URL, jids: ['5511988887777', '551188887777@c.us'] });
  assert.deepEqual(response.body.jids, ['5511988887777@s.whatsapp.net', '551188887777@s.whatsapp.net']);
});

test('each webhook gets what it wants, and the main one stays as it is', async () => {
  await newInstance(gateway, 'several');
  const [main, other] = [await startWebhookReceiver(), await startWebhookReceiver()];
  await gateway.client.webhook.setWebhook({ instance: 'several', body: { webhook: { url: main.url } } });
  await create('several', { url: other.url, events: ['QRCODE_UPDATED'] }).expect(201);
  await gateway.client.instance.connectInstance({ instance: 'several' });
  await Promise.all([
    main.until((received) => received.some(({ body }) => body.event === 'qrcode.updated')),
    other.until((received) => received.length > 0),
  ]);
  assert.deepEqual(new Set(other.received.map(({ body }) => body.event)), new Set(['qrcode.updated']));
  assert.match(String(other.received[0]?.headers['webhook-signature']), /^v1,/);
  assert.equal(main.received[0]?.headers['webhook-signature'], undefined);
  assert.equal((await gateway.client.webhook.findWebhook({ instance: 'several' })).url, main.url);
  await Promise.all([main.stop(), other.stop()]);
});

test('400: more than an instance can have', async () => {
  await newInstance(gateway, 'many');
  await gateway.client.webhook.setWebhook({ instance: 'many', body: { webhook: { url: URL } } });
  for (let n = 1; n < 20; n += 1) await create('many', { url: URL }).expect(201);
  assertRefused(await create('many', { url: URL }), 400, ['An instance can have at most 20 webhooks']);
  await gateway.client.webhook.setWebhook({ instance: 'many', body: { webhook: { url: `${URL}/2` } } });
  assert.equal((await gateway.client.webhook.listWebhooks({ instance: 'many' })).length, 20);
});

/** What is refused, and what the answer names. */
const REFUSED: [object, RegExp][] = [
  [{}, /^instance\.url must be a URL/],
  [{ url: 'h.test/x' }, /^instance\.url must be a URL/],
  [{ url: URL, events: ['NOPE'] }, /^instance\.events\[0\] must be one of/],
  [{ url: URL, jids: ['nobody'] }, /^"nobody" is not a phone number/],
  [{ url: URL, jids: ['a@b.test'] }, /^"a@b\.test" is not a JID/],
  [{ url: URL, jids: [''] }, /^instance\.jids\[0\]/],
];

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body)}, and nothing is stored`, async () => {
    const name = `refused ${REFUSED.findIndex(([one]) => one === body)}`;
    await newInstance(gateway, name);
    const response = await create(encodeURIComponent(name), body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
    assert.deepEqual(await gateway.client.webhook.listWebhooks({ instance: name }), []);
  });
}

test('400: an address within the network, unless the operator allows it', async () => {
  const strict = await startTestGateway({ OUTBOUND_ALLOW: '' }, gateway);
  await newInstance(strict, 'shop');
  const response = await call(strict, 'POST', '/webhook/create/shop').send({ url: URL });
  assertRefused(response, 400);
  assert.match(response.body.response.message.join(), /^instance\.url: .* is not a public address/);
  await strict.stop();
});
