import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
after(() => gateway.stop());

testRefusals('findWebhook', () => gateway);

test('200: where none was ever set, one that is off', async () => {
  const token = await newInstance(gateway, 'bare');
  assert.deepEqual(await gateway.clientWith(token).webhook.findWebhook({ instance: 'bare' }), {
    ...{ url: '', headers: {}, enabled: false, events: [], byEvents: false, base64: false },
    ...{ webhookByEvents: false, webhookBase64: false },
  });
});

test('200: what was set, with its row', async () => {
  await newInstance(gateway, 'hooked');
  const webhook = { url: 'http://127.0.0.1:9/x', headers: { jwt_key: 'secret' }, events: ['CALL' as const] };
  await gateway.client.webhook.setWebhook({ instance: 'hooked', body: { webhook } });
  const found = await gateway.client.webhook.findWebhook({ instance: 'hooked' });
  const [row] = await gateway.client.instance.fetchInstances({ instanceName: 'hooked' });
  assert.partialDeepStrictEqual(found, { ...webhook, enabled: true, instanceId: row?.id });
  assert.match(String(found.id), /./);
  assert.match(String(found.createdAt), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('400: a name that no instance can have', async () => {
  assertRefused(await call(gateway, 'GET', `/webhook/find/${'x'.repeat(256)}`), 400);
});
