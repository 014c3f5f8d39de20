import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, call } from '../../support/call.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { GLOBAL, type Hooked, openHooked, openShop, sent, tried } from './hooked.ts';

let hooked: Hooked;

before(async () => {
  hooked = await openHooked();
});
after(() => hooked.stop());

testRefusals('sendTestEvent', () => hooked.gateway);

const isTest = ({ body }: { body: { event: string } }): boolean => body.event === 'webhook.test';

test('201: it arrives at the main webhook, which subscribes to something else, and is in the log', async () => {
  const shop = await openShop(hooked, 'shop');
  const delivery = await shop.client.event.sendTestEvent({ instance: 'shop' });
  const { webhookId } = shop;
  assert.partialDeepStrictEqual(delivery, {
    webhookId,
    event: 'webhook.test',
    state: 'pending',
    attempts: 0,
  });
  await hooked.receiver.until((received) => received.some(isTest));
  const arrived = hooked.receiver.received.find(isTest);
  assert.equal(arrived?.headers['x-delivery-id'], delivery.eventId);
  assert.deepEqual(arrived?.body.data, { webhookId, message: 'This is a test.' });
  const recorded = await hooked.gateway.event(({ id }) => id === delivery.eventId);
  assert.deepEqual([recorded.type, recorded.seq], ['webhook.test', delivery.sequence]);
});

test('201: nothing that waits delays it', async () => {
  const shop = await openShop(hooked, 'blocked');
  const webhook = { url: hooked.receiver.url };
  await shop.client.webhook.setWebhook({ instance: 'blocked', body: { webhook } });
  hooked.answer(503);
  await shop.client.instance.connectInstance({ instance: 'blocked' });
  const [waiting] = (await shop.client.event.listDeliveries({ instance: 'blocked' })).deliveries.slice(-1);
  await tried(shop.client, 'blocked', String(waiting?.id), 1);
  const delivered = await sent(hooked, shop, 200);
  assert.equal(delivered.state, 'delivered');
  const { deliveries } = await shop.client.event.listDeliveries({ instance: 'blocked', state: 'pending' });
  assert.equal(deliveries.at(-1)?.id, waiting?.id);
});

test('201: to the webhook of all instances by the global key; 400 by that of the instance', async () => {
  const shop = await openShop(hooked, 'one of all');
  const webhookId = GLOBAL;
  hooked.answer(200);
  const { client } = hooked.gateway;
  const { id } = await client.event.sendTestEvent({ instance: 'one of all', body: { webhookId } });
  assert.equal((await tried(client, 'one of all', id, 1)).state, 'delivered');
  const response = await call(hooked.gateway, 'POST', '/event/test/one%20of%20all', shop.token);
  assert.equal(response.status, 201);
  const refused = await call(hooked.gateway, 'POST', '/event/test/one%20of%20all', shop.token).send({
    webhookId,
  });
  assertRefused(refused, 400, ['instance.webhookId: there is no webhook "global"']);
});

test('400: there is no webhook, not this one, or it is disabled', async () => {
  await newInstance(hooked.gateway, 'bare');
  const send = (body: object) => call(hooked.gateway, 'POST', '/event/test/bare').send(body);
  assertRefused(await send({}), 400, [
    'The "bare" instance has no webhook: set one by /webhook/set, or name one',
  ]);
  assertRefused(await send({ webhookId: 'x' }), 400, ['instance.webhookId: there is no webhook "x"']);
  const body = { webhook: { enabled: false } };
  const { id } = await hooked.gateway.client.webhook.setWebhook({ instance: 'bare', body });
  assertRefused(await send({}), 400, [`The webhook "${id}" is disabled`]);
});
