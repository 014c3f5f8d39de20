import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { feedReplay } from '../../server/delivery/replay.ts';
import { enqueueDeliveries, type Lane, listLanes } from '../../server/store/deliveries.ts';
import { appendEvents } from '../../server/store/events.ts';
import { newRowId } from '../../server/store/ids.ts';
import { insertReplay } from '../../server/store/replays.ts';
import type { Db } from '../../server/store/schema.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, testDatabase, WEBHOOK } from '../store/fixtures.ts';
import { startReceiver } from './receiver.ts';
import { messages, seals, startGateway } from './webhook-gateway.ts';

/** Events whose texts are the numbers from 1 on; every third is a call. */
async function appendLog(db: Db, instanceId: string, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => ({
    type: (index + 1) % 3 === 0 ? 'call' : 'qrcode.updated',
    data: { message: String(index + 1), statusCode: 500 },
  }));
  await appendEvents(db, instanceId, events);
}

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

/** A replay of a log to a webhook that subscribes to these events. */
async function setUp(t: TestContext, events: string[], [first, last]: [number, number]) {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const webhookId = newRowId();
  const headers = seals.headers(webhookId, {});
  const webhook = await upsertWebhook(db, id, { ...WEBHOOK, headers, events }, webhookId);
  await appendLog(db, id, 500);
  return { db, lane: await insertReplay(db, webhook.id, id, { first, last }) };
}

const fed = (db: Db, { channel }: Lane) =>
  db.selectFrom('delivery').select(['seq', 'state']).where('channel', '=', channel).orderBy('seq').execute();

test('a replay goes out in its order, and what happens meanwhile does not wait for it', async (t) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const receiver = await startReceiver(t, async (n) => {
    if (n === 1) await released;
    return { status: 200 };
  });
  const db = await testDatabase(t);
  const gateway = await startGateway(t, {}, db);
  const id = await gateway.addShop('shop', { url: receiver.url });
  await appendLog(db, id, 450);
  // Only a receiver that has taken something gets more than one request at a time.
  await gateway.emit(id, 0);
  await receiver.until(1);
  const { id: webhookId } = await db.selectFrom('webhook').select('id').executeTakeFirstOrThrow();
  gateway.wake(await insertReplay(db, webhookId, id, { first: 11, last: 450 }));
  await receiver.until(2);
  await gateway.emit(id, 452);
  assert.deepEqual(messages(await receiver.until(3)), ['0', '11', '452']);
  release();
  const rest = messages(await receiver.until(442)).filter((text) => text !== '452');
  assert.deepEqual(rest, ['0', ...numbers(11, 450)]);
});

test('a start goes on with a replay that was cut off, wherever that was', async (t) => {
  const { db, lane } = await setUp(t, [], [1, 430]);
  await feedReplay(db, lane);
  await db.deleteFrom('delivery').where('seq', '<=', 150).execute();
  assert.deepEqual(await listLanes(db), [lane]);
  await db.deleteFrom('delivery').execute();
  assert.deepEqual(await listLanes(db), [lane]);
  const receiver = await startReceiver(t);
  await db.updateTable('webhook').set({ url: receiver.url }).execute();
  await startGateway(t, {}, db);
  assert.deepEqual(messages(await receiver.until(230)), numbers(201, 430));
});

test('little of it is queued at a time, of what the webhook subscribes to, until it has all been', async (t) => {
  const { db, lane } = await setUp(t, ['CALL'], [2, 460]);
  const counts: number[] = [];
  while (await feedReplay(db, lane)) counts.push((await fed(db, lane)).length);
  assert.deepEqual(counts, [67, 133, 153]);
  assert.deepEqual((await fed(db, lane)).at(-1), { seq: 459, state: 'pending' });
});

test('a trial is not sent again: it was for its webhook alone', async (t) => {
  const { db, lane } = await setUp(t, [], [500, 502]);
  await appendEvents(db, lane.instanceId, [{ type: 'webhook.test', data: {} }]);
  await appendLog(db, lane.instanceId, 1);
  while (await feedReplay(db, lane));
  assert.deepEqual(
    (await fed(db, lane)).map(({ seq }) => seq),
    [500, 502],
  );
});

test('a batch that begins twice is queued once', async (t) => {
  const { db, lane } = await setUp(t, [], [1, 100]);
  await Promise.all([feedReplay(db, lane), feedReplay(db, lane)]);
  assert.equal((await fed(db, lane)).length, 100);
  assert.equal(await feedReplay(db, lane), false);
});

test('events that were pruned are passed over', async (t) => {
  const { db, lane } = await setUp(t, [], [1, 500]);
  await db.deleteFrom('event').where('seq', '<=', 490).execute();
  while (await feedReplay(db, lane));
  assert.deepEqual(
    (await fed(db, lane)).map(({ seq }) => String(seq)),
    numbers(491, 500),
  );
});

test('it ends with its webhook: disabled, it goes on no more, even if enabled again', async (t) => {
  const { db, lane } = await setUp(t, [], [1, 500]);
  await feedReplay(db, lane);
  await upsertWebhook(db, lane.instanceId, { ...WEBHOOK, enabled: 0 });
  await upsertWebhook(db, lane.instanceId, WEBHOOK);
  assert.equal(await feedReplay(db, lane), false);
  assert.deepEqual(await listLanes(db), []);
});

test('a lane that is no replay is not fed', async (t) => {
  const { db, lane } = await setUp(t, [], [1, 500]);
  assert.equal(await feedReplay(db, { ...lane, channel: '' }), false);
  const events = await db.selectFrom('event').select(['id', 'instance_id', 'seq']).limit(1).execute();
  await enqueueDeliveries(db, lane.webhookId, events, 'a retry');
  assert.equal(await feedReplay(db, { ...lane, channel: 'a retry' }), false);
});
