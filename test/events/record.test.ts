import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import type { NewEvent, RecordedEvent } from '../../server/events/types.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { findMessageByKey } from '../../server/store/messages.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, newMessage, testDatabase, WEBHOOK } from '../store/fixtures.ts';

const logger = pino({ level: 'silent' });
const CONNECTING: NewEvent = {
  type: 'connection.update',
  data: { instance: 'shop', state: 'connecting', statusReason: 200 },
};
const LIMIT: NewEvent = { type: 'qrcode.updated', data: { message: 'limit', statusCode: 500 } };

test('rows, events and deliveries are written together and then published', async (t) => {
  const { db, instance, bus, record } = await setUp(t);
  const webhook = await upsertWebhook(db, instance.id, { ...WEBHOOK, events: ['QRCODE_UPDATED'] });
  const published: RecordedEvent[] = [];
  bus.subscribe((events) => published.push(...events));

  const result = await record(instance.id, async (tx) => {
    await insertMessage(tx, newMessage(instance.id));
    assert.equal(published.length, 0);
    return { result: 'done', events: [CONNECTING, LIMIT] };
  });

  assert.equal(result, 'done');
  assert.ok(await findMessageByKey(db, instance.id, { id: '3EB0C0FFEE' }));
  assert.deepEqual(
    published.map(({ seq, type, webhookIds }) => [seq, type, webhookIds]),
    [
      [1, 'connection.update', []],
      [2, 'qrcode.updated', [webhook.id]],
    ],
  );
  const deliveries = await db.selectFrom('delivery').selectAll().execute();
  assert.deepEqual(
    deliveries.map((row) => row.event_id),
    [published[1]?.id],
  );
});

test('a webhook without a list of events gets all, a disabled one gets nothing', async (t) => {
  const { db, instance, record } = await setUp(t);
  const pending = async () => (await db.selectFrom('delivery').selectAll().execute()).length;
  await upsertWebhook(db, instance.id, { ...WEBHOOK, events: [] });
  await record(instance.id, async () => ({ result: null, events: [CONNECTING, LIMIT] }));
  assert.equal(await pending(), 2);
  await upsertWebhook(db, instance.id, { ...WEBHOOK, enabled: 0 });
  await record(instance.id, async () => ({ result: null, events: [CONNECTING, LIMIT] }));
  assert.equal(await pending(), 0);
});

test('an event for one webhook alone goes to no other, in a lane of its own', async (t) => {
  const { db, instance, record, bus } = await setUp(t);
  const { id: webhookId } = await upsertWebhook(db, instance.id, { ...WEBHOOK, events: ['CALL'] });
  const published: RecordedEvent[] = [];
  bus.subscribe((events) => published.push(...events));
  const only = { webhookId, deliveryId: 'cm8f0x1zk0001abcdefghijkl' };
  await record(instance.id, async () => ({ result: null, events: [CONNECTING], only }));
  const [row, ...others] = await db.selectFrom('delivery').selectAll().execute();
  assert.deepEqual([row?.id, row?.channel, others.length], [only.deliveryId, only.deliveryId, 0]);
  assert.deepEqual(
    published.map(({ id, webhookIds }) => [id, webhookIds]),
    [[row?.event_id, []]],
  );
});

test('work that fails leaves neither rows nor events, and nobody hears of it', async (t) => {
  const { db, instance, bus, record } = await setUp(t);
  bus.subscribe(() => assert.fail('published'));
  const failure = record(instance.id, async (tx) => {
    await insertMessage(tx, newMessage(instance.id));
    throw new Error('no');
  });
  await assert.rejects(failure, /no/);
  assert.equal(await findMessageByKey(db, instance.id, { id: '3EB0C0FFEE' }), undefined);

  const unknown = record('nobody', async () => ({ result: null, events: [CONNECTING] }));
  await assert.rejects(unknown);
  assert.deepEqual(await db.selectFrom('event').selectAll().execute(), []);
});

test('work without events publishes nothing', async (t) => {
  const { instance, bus, record } = await setUp(t);
  bus.subscribe(() => assert.fail('published'));
  assert.equal(await record(instance.id, async () => ({ result: 7, events: [] })), 7);
});

test('a listener that fails disturbs nobody; one that has left hears nothing', () => {
  const bus = createBus(logger);
  const heard: string[] = [];
  bus.subscribe(() => {
    throw new Error('listener');
  });
  const leave = bus.subscribe(() => heard.push('left'));
  bus.subscribe(() => heard.push('stays'));
  leave();
  bus.publish([]);
  assert.deepEqual(heard, ['stays']);
});

async function setUp(t: Parameters<typeof testDatabase>[0]) {
  const db = await testDatabase(t);
  const instance = await addInstance(db);
  const bus = createBus(logger);
  return { db, instance, bus, record: createRecorder(db, bus) };
}
