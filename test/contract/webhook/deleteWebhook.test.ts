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

testRefusals('deleteWebhook', () => gateway);

const remove = (name: string, id: string) => call(gateway, 'DELETE', `/webhook/delete/${name}/${id}`);

test('200: it is gone, and the others are not', async () => {
  const token = await newInstance(gateway, 'shop');
  const { webhook } = gateway.clientWith(token);
  const main = await webhook.setWebhook({ instance: 'shop', body: { webhook: { url: URL } } });
  const { id } = await webhook.createWebhook({ instance: 'shop', body: { url: URL } });
  assert.deepEqual(await webhook.deleteWebhook({ instance: 'shop', webhookId: id }), {
    ...{ status: 'SUCCESS', error: false, response: { message: 'Webhook deleted' } },
  });
  assert.deepEqual(
    (await webhook.listWebhooks({ instance: 'shop' })).map((one) => one.id),
    [main.id],
  );
  await remove('shop', main.id).expect(200);
  assert.equal((await webhook.findWebhook({ instance: 'shop' })).id, undefined);
});

test('200: what it was still to get goes with it', async () => {
  await newInstance(gateway, 'busy');
  const receiver = await startWebhookReceiver(() => 500);
  const body = { url: receiver.url };
  const { id } = await gateway.client.webhook.createWebhook({ instance: 'busy', body });
  await gateway.client.instance.connectInstance({ instance: 'busy' });
  await receiver.until((received) => received.length > 0);
  await remove('busy', id).expect(200);
  const sent = receiver.received.length;
  await gateway.client.webhook.createWebhook({ instance: 'busy', body });
  await gateway.client.instance.logoutInstance({ instance: 'busy' });
  await receiver.until((received) => received.length > sent);
  assert.notEqual(
    receiver.received[0]?.headers['webhook-id'],
    receiver.received[sent]?.headers['webhook-id'],
  );
  await receiver.stop();
});

test('404: a webhook that is not there, or is of another instance', async () => {
  await newInstance(gateway, 'one');
  await newInstance(gateway, 'two');
  const { id } = await gateway.client.webhook.createWebhook({ instance: 'one', body: { url: URL } });
  for (const unknown of ['nope', id])
    assertRefused(await remove('two', unknown), 404, [`There is no webhook "${unknown}"`]);
  await remove('one', id).expect(200);
  assertRefused(await remove('one', id), 404);
});
