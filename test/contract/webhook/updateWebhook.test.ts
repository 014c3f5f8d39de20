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

testRefusals('updateWebhook', () => gateway);

const update = (name: string, id: string, body: object) =>
  call(gateway, 'PUT', `/webhook/update/${name}/${id}`).send(body);

async function created(instance: string) {
  const token = await newInstance(gateway, instance);
  const body = {
    ...{ url: URL, headers: { a: 'b' }, byEvents: true },
    ...{ events: ['CALL' as const], jids: ['4915112345678'] },
  };
  const { secret: _, ...row } = await gateway.client.webhook.createWebhook({ instance, body });
  return { token, row };
}

test('200: what is named changes, and the rest stays', async () => {
  const { token, row } = await created('shop');
  const { webhook } = gateway.clientWith(token);
  const body = { jids: ['120363025246125486'], base64: true };
  const { updatedAt, ...changed } = await webhook.updateWebhook({
    ...{ instance: 'shop', webhookId: row.id, body },
  });
  const { updatedAt: before, ...rest } = row;
  assert.deepEqual(changed, { ...rest, jids: ['120363025246125486@g.us'], base64: true });
  assert.ok(updatedAt >= before);
  const emptied = { headers: {}, events: [], jids: [], byEvents: false };
  assert.partialDeepStrictEqual((await update('shop', row.id, emptied).expect(200)).body, emptied);
  assert.partialDeepStrictEqual(await webhook.listWebhooks({ instance: 'shop' }), [emptied]);
});

test('200: disabled it keeps its events and chats, for when it is enabled again', async () => {
  const { row } = await created('off');
  const off = await update('off', row.id, { enabled: false, url: 'nowhere' }).expect(200);
  assert.partialDeepStrictEqual(off.body, { enabled: false, events: row.events, jids: row.jids });
  assertRefused(await update('off', row.id, { enabled: true }), 400);
  await update('off', row.id, { enabled: true, url: URL }).expect(200);
});

test('200: the main one too, of which webhook/set keeps the chats', async () => {
  await newInstance(gateway, 'main');
  const body = { webhook: { url: URL } };
  const { id } = await gateway.client.webhook.setWebhook({ instance: 'main', body });
  await update('main', id, { jids: ['4915112345678'] }).expect(200);
  await gateway.client.webhook.setWebhook({ instance: 'main', body });
  const [main] = await gateway.client.webhook.listWebhooks({ instance: 'main' });
  assert.partialDeepStrictEqual(main, { id, main: true, jids: ['4915112345678@s.whatsapp.net'] });
});

/** What is refused, and what the answer names. */
const REFUSED: [object, RegExp][] = [
  [{}, /must not be empty/],
  [{ url: 'h.test/x' }, /^instance\.url must be a URL/],
  [{ jids: ['nobody'] }, /^"nobody" is not a phone number/],
];

test('400: what it cannot be, and nothing changes', async () => {
  const { row } = await created('refused');
  for (const [body, named] of REFUSED) {
    const response = await update('refused', row.id, body);
    assertRefused(response, 400);
    assert.match(response.body.response.message.join(), named);
  }
  assert.deepEqual(await gateway.client.webhook.listWebhooks({ instance: 'refused' }), [row]);
});

test('404: a webhook that is not there, or is of another instance', async () => {
  const { row } = await created('one');
  await newInstance(gateway, 'two');
  for (const id of ['nope', row.id])
    assertRefused(await update('two', id, { base64: true }), 404, [`There is no webhook "${id}"`]);
});
