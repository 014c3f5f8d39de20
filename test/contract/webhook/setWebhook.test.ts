import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';
import { URL, WEBHOOK_BODIES } from './webhook-bodies.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('setWebhook', () => gateway);

/** Each test has an instance of its own. */
let name = '';
let made = 0;

beforeEach(async () => {
  name = `shop ${++made}`;
  await newInstance(gateway, name);
});

const set = (body: object) => call(gateway, 'POST', `/webhook/set/${encodeURIComponent(name)}`).send(body);
const find = () => gateway.client.webhook.findWebhook({ instance: name });

test('201: the webhook as stored, in the words of all clients', async () => {
  const headers = { authorization: 'Bearer 17', 'X-Own': 'Ünï' };
  const webhook = {
    enabled: true,
    url: URL,
    headers,
    byEvents: true,
    base64: true,
    events: ['MESSAGES_UPSERT'] as const,
  };
  const body = { webhook: { ...webhook, events: [...webhook.events] } };
  const { id, createdAt, updatedAt, instanceId, ...rest } = await gateway.client.webhook.setWebhook({
    ...{ instance: name, body },
  });
  assert.deepEqual(rest, {
    ...{ url: URL, headers, enabled: true, events: ['MESSAGES_UPSERT'], byEvents: true, base64: true },
    ...{ webhookByEvents: true, webhookBase64: true },
    webhook: { instanceName: name, webhook: { url: URL, events: ['MESSAGES_UPSERT'], enabled: true } },
  });
  const { webhook: _, ...row } = { id, createdAt, updatedAt, instanceId, ...rest };
  assert.deepEqual(await find(), row);
});

test('201: a new one replaces the old one as a whole', async () => {
  await set({ webhook: { url: URL, byEvents: true, headers: { a: 'b' }, events: ['CALL'] } }).expect(201);
  await set({ webhook: { url: `${URL}/2` } }).expect(201);
  assert.partialDeepStrictEqual(await find(), { url: `${URL}/2`, byEvents: false, headers: {}, events: [] });
});

for (const [form, [body, stored]] of Object.entries(WEBHOOK_BODIES)) {
  test(`201: ${form}`, async () => {
    const response = await set(body).expect(201);
    assert.partialDeepStrictEqual(response.body, stored);
    assert.partialDeepStrictEqual(await find(), stored);
  });
}

test('from then on the events that were chosen arrive there, with the headers', async () => {
  const receiver = await startWebhookReceiver();
  const webhook = {
    url: `${receiver.url}/in`,
    byEvents: true,
    headers: { 'x-own': 'yes' },
    events: ['qrcode.updated'],
  };
  await set({ webhook }).expect(201);
  const shown = await gateway.client.instance.connectInstance({ instance: name });
  await receiver.until((received) => received.length > 0);
  const [delivery] = receiver.received;
  assert.equal(delivery?.path, '/in/qrcode-updated');
  assert.equal(delivery.headers['x-own'], 'yes');
  const code = 'code' in shown ? shown.code : '';
  assert.partialDeepStrictEqual(delivery.body, {
    event: 'qrcode.updated',
    instance: name,
    data: { qrcode: { code } },
  });
  await receiver.stop();
});

/** What is refused, and what the answer names. */
const REFUSED: [object, RegExp][] = [
  [{}, /^instance requires property "webhook"$/],
  [{ webhook: { enabled: true } }, /^instance\.webhook\.url must be a URL/],
  [{ webhook: { enabled: true, url: 'vazio' } }, /^instance\.webhook\.url must be a URL/],
  [{ webhook: { url: 'h.test/x' } }, /^instance\.webhook\.url must be a URL/],
  [{ url: 'ftp://h.test/x' }, /^instance\.webhook\.url must be a URL/],
  [{ webhook: { url: 'http://' } }, /^instance\.webhook\.url: .*is not a URL/],
  [{ webhook: { url: URL, events: ['NOPE'] } }, /^instance\.webhook\.events\[0\] must be one of/],
  [{ webhook: { url: URL, events: 'CALL' } }, /^instance\.webhook\.events must be an array$/],
  [{ webhook: { url: URL, headers: { a: {} } } }, /^instance\.webhook\.headers\.a must be a string$/],
];

for (const [body, named] of REFUSED) {
  test(`400: ${JSON.stringify(body)}, and nothing is stored`, async () => {
    const response = await set(body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
    assert.equal((await find()).id, undefined);
  });
}

test('400: addresses within the network, unless the operator allows them', async () => {
  const strict = await startTestGateway({ OUTBOUND_ALLOW: '' }, gateway);
  await newInstance(strict, 'shop');
  for (const host of [
    '127.0.0.1',
    '[::1]',
    '10.0.0.8',
    '169.254.169.254',
    '[::ffff:127.0.0.1]',
    '2130706433',
    'localhost',
  ]) {
    const response = await call(strict, 'POST', '/webhook/set/shop').send({ url: `http://${host}/x` });
    assertRefused(response, 400);
    assert.match(
      response.body.response.message.join(),
      /^instance\.webhook\.url: .* is not a public address/,
    );
  }
  await strict.stop();
});
