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

testRefusals('rotateWebhookSecret', () => gateway);

const rotate = (name: string, id: string, body?: object) =>
  call(gateway, 'POST', `/webhook/rotateSecret/${name}/${id}`).send(body);

test('200: a new secret, shown this once, beside which the old one is good for a day', async () => {
  const token = await newInstance(gateway, 'shop');
  const { webhook } = gateway.clientWith(token);
  const { secret: old, ...row } = await webhook.createWebhook({ instance: 'shop', body: { url: URL } });
  const rotated = await webhook.rotateWebhookSecret({ instance: 'shop', webhookId: row.id });
  const { secret, oldSecretUntil, updatedAt, ...rest } = rotated;
  assert.match(secret, /^whsec_[\w+/]{43}=$/);
  assert.notEqual(secret, old);
  const { oldSecretUntil: _, updatedAt: __, ...before } = row;
  assert.deepEqual(rest, before);
  assert.equal(Date.parse(oldSecretUntil ?? '') - Date.parse(updatedAt) >= 86_399_000, true);
  const listed = await webhook.listWebhooks({ instance: 'shop' });
  assert.deepEqual(listed, [{ ...rest, oldSecretUntil, updatedAt }]);
});

test('200: the old one is good for as long as is asked, or no longer', async () => {
  await newInstance(gateway, 'leaked');
  const body = { url: URL };
  const { id } = await gateway.client.webhook.createWebhook({ instance: 'leaked', body });
  const hour = await rotate('leaked', id, { overlapSeconds: 3600 }).expect(200);
  assert.ok(Date.parse(hour.body.oldSecretUntil) - Date.parse(hour.body.updatedAt) <= 3_600_000);
  const none = await rotate('leaked', id, { overlapSeconds: 0 }).expect(200);
  assert.equal(none.body.oldSecretUntil, null);
});

test('200: the main one gets its first secret by it, and keeps it when it is set again', async () => {
  await newInstance(gateway, 'main');
  const body = { webhook: { url: URL } };
  const { id } = await gateway.client.webhook.setWebhook({ instance: 'main', body });
  const rotated = await rotate('main', id).expect(200);
  assert.partialDeepStrictEqual(rotated.body, { main: true, signed: true, oldSecretUntil: null });
  await gateway.client.webhook.setWebhook({ instance: 'main', body });
  const [main] = await gateway.client.webhook.listWebhooks({ instance: 'main' });
  assert.partialDeepStrictEqual(main, { id, signed: true });
});

test('400: no time that a secret can have', async () => {
  for (const overlapSeconds of [-1, 1.5, 2_592_001, 'soon'])
    assertRefused(await rotate('shop', 'x', { overlapSeconds }), 400);
});

test('404: a webhook that is not there, or is of another instance', async () => {
  await newInstance(gateway, 'one');
  await newInstance(gateway, 'two');
  const { id } = await gateway.client.webhook.createWebhook({ instance: 'one', body: { url: URL } });
  for (const unknown of ['nope', id])
    assertRefused(await rotate('two', unknown), 404, [`There is no webhook "${unknown}"`]);
});
