import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { URL } from './webhook-bodies.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('listWebhooks', () => gateway);

test('200: none', async () => {
  const token = await newInstance(gateway, 'bare');
  assert.deepEqual(await gateway.clientWith(token).webhook.listWebhooks({ instance: 'bare' }), []);
});

test('200: the main one first, the others as they were added, and no secrets', async () => {
  await newInstance(gateway, 'shop');
  const { webhook } = gateway.client;
  for (const n of [1, 2]) await webhook.createWebhook({ instance: 'shop', body: { url: `${URL}/${n}` } });
  await webhook.setWebhook({ instance: 'shop', body: { webhook: { url: URL } } });
  const listed = await webhook.listWebhooks({ instance: 'shop' });
  assert.deepEqual(
    listed.map(({ url, main, signed }) => [url, main, signed]),
    [
      [URL, true, false],
      [`${URL}/1`, false, true],
      [`${URL}/2`, false, true],
    ],
  );
  assert.ok(!JSON.stringify(listed).includes('whsec_'));
});

test('200: not the global one, whose address is for the operator', async () => {
  const env = { WEBHOOK_GLOBAL_ENABLED: 'true', WEBHOOK_GLOBAL_URL: URL, WEBHOOK_EVENTS_CALL: 'true' };
  const beside = await startTestGateway(env, gateway);
  await newInstance(beside, 'shop');
  assert.deepEqual(await beside.client.webhook.listWebhooks({ instance: 'shop' }), []);
  assertRefused(await call(beside, 'DELETE', '/webhook/delete/shop/global'), 404);
  await beside.stop();
});

test('400: a name that no instance can have', async () => {
  assertRefused(await call(gateway, 'GET', `/webhook/list/${'x'.repeat(256)}`), 400);
});
