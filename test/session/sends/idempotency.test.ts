import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations } from '../../../server/generated/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { exampleBody } from '../../support/examples.ts';
import { inInbox, statusEvent } from '../../support/messages.ts';
import { CLOSED, openShop, type Shop } from '../../support/shop.ts';

let world: Shop;

before(async () => {
  world = await openShop();
});
after(() => world.stop());

const post = (key: string, body: object, operation = 'sendText', instance = 'shop') =>
  call(world.gateway, 'POST', `/message/${operation}/${instance}`).set('Idempotency-Key', key).send(body);

const toAna = (text: string) => ({ number: world.ana.number, text });

/** How often Ana's phone shows the text. */
const timesShown = async (text: string): Promise<number> =>
  (await world.gateway.whatsapp.inbox(world.ana.number)).filter((message) => message.text === text).length;

test('the same key gets the same answer, and sends nothing again', async () => {
  const first = await post('order-1', toAna('Shipped')).expect(201);
  assert.match(first.body.key.id, /^3EB0[0-9A-F]{18}$/);
  await statusEvent(world.gateway, first.body.key.id, 'DELIVERY_ACK');
  const again = await post('order-1', { text: 'Shipped', number: world.ana.number }).expect(201);
  assert.deepEqual(again.body, first.body);
  assert.equal(await timesShown('Shipped'), 1);
});

test('the generated client sends the key', async () => {
  const request = { instance: 'shop', idempotencyKey: 'order-2', body: toAna('By the client') };
  const first = await world.gateway.client.message.sendText(request);
  assert.deepEqual(await world.gateway.client.message.sendText(request), first);
});

test('another key sends again, and so does the same one of another instance', async () => {
  const [one, other] = [
    await post('order-3', toAna('Twice')).expect(201),
    await post('order-4', toAna('Twice')).expect(201),
  ];
  assert.notEqual(one.body.key.id, other.body.key.id);
  assertRefused(await post('order-3', toAna('Twice'), 'sendText', CLOSED), 400);
});

test('requests of the same key at the same time are one', async () => {
  const sends = Array.from({ length: 5 }, () => post('order-5', toAna('All at once')).expect(201));
  const ids = (await Promise.all(sends)).map(({ body }) => body.key.id);
  assert.equal(new Set(ids).size, 1);
  await inInbox(world.gateway, world.ana.number, ids[0]);
  assert.equal(await timesShown('All at once'), 1);
});

test('422: the key stands for another body, or for another operation', async () => {
  await post('order-6', toAna('The first')).expect(201);
  const message = ['The Idempotency-Key "order-6" was used for another request'];
  assertRefused(await post('order-6', toAna('The second')), 422, message);
  const location = { number: world.ana.number, latitude: 1, longitude: 2 };
  assertRefused(await post('order-6', location, 'sendLocation'), 422, message);
});

test('422: a file of another content', async () => {
  const send = (content: string) =>
    call(world.gateway, 'POST', '/message/sendMedia/shop')
      .set('Idempotency-Key', 'order-7')
      .field({ number: world.ana.number, mediatype: 'document' })
      .attach('file', Buffer.from(content), 'invoice.txt');
  const first = await send('one').expect(201);
  assert.deepEqual((await send('one').expect(201)).body, first.body);
  assertRefused(await send('two'), 422);
});

test('what failed before anything was recorded leaves no trace', async () => {
  const unknown = { number: '15559999999', text: 'nobody' };
  assertRefused(await post('order-8', unknown), 400);
  await post('order-8', toAna('somebody')).expect(201);
});

test('400: a key that is too long', async () => {
  const response = await post('x'.repeat(256), toAna('hi'));
  assertRefused(response, 400);
  assert.match(response.body.response.message[0], /header.*idempotency-key/i);
});

test('a messageId is the id on WhatsApp, and a key as well', async () => {
  const body = { ...toAna('My own id'), messageId: 'MY-ORDER-4711' };
  const send = (more: object) => call(world.gateway, 'POST', '/message/sendText/shop').send(more);
  const first = await send(body).expect(201);
  assert.equal(first.body.key.id, 'MY-ORDER-4711');
  await inInbox(world.gateway, world.ana.number, 'MY-ORDER-4711');
  assert.deepEqual((await send(body).expect(201)).body, first.body);
  assertRefused(await send({ ...body, text: 'Another' }), 422, [
    'The messageId "MY-ORDER-4711" was used for another request',
  ]);
  assertRefused(await post('order-9', body), 422, ['There is a message of the id MY-ORDER-4711 already']);
  assertRefused(await send({ ...body, messageId: 'no spaces, please' }), 400);
});

for (const operation of operations.filter(({ path }) => path.startsWith('/message/'))) {
  const { operationId } = operation;
  test(`${operationId} takes a key`, async () => {
    const body = exampleBody(operation) as object;
    const { number } = body as { number?: string };
    const response = await post(`try ${operationId}`, body, operationId, CLOSED);
    assertRefused(response, 400);
    const refused = await post('x'.repeat(256), { ...body, ...(number && { number }) }, operationId);
    assert.match(refused.body.response.message.join(), /idempotency-key/i);
  });
}
