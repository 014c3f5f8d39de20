import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requeueDeadLetters, retryDelivery } from '../../server/store/dead-letters.ts';
import { listLanes, nextDeliveries } from '../../server/store/deliveries.ts';
import { testDatabase } from './fixtures.ts';
import { fillLog } from './full-log.ts';

test('many dead letters are queued again in one lane of their own, the first of them first', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 3_000);
  const { requeued, lanes } = await requeueDeadLetters(db, { instanceId, webhookIds: [webhookId] });
  assert.equal(requeued, 1_000);
  const [lane] = lanes;
  assert.ok(lane && lane.channel !== '');
  assert.deepEqual(await listLanes(db), [{ ...lane, channel: '' }, lane]);
  assert.equal((await nextDeliveries(db, lane, 1))[0]?.event.seq, 2);
  const again = await requeueDeadLetters(db, { instanceId, webhookIds: [webhookId] });
  assert.deepEqual(again, { requeued: 0, lanes: [] });
});

test('while they are queued again, others have their turn', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 3_000);
  let turns = 0;
  const count = () => {
    turns += 1;
    ticking = setImmediate(count);
  };
  let ticking = setImmediate(count);
  await requeueDeadLetters(db, { instanceId, webhookIds: [webhookId] });
  clearImmediate(ticking);
  assert.ok(turns >= 5, `${turns} turns`);
});

test('what is tried again keeps its number of tries; what is pending keeps its lane', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 3);
  await db.updateTable('delivery').set({ attempts: 4, next_attempt_at: 9e12, settled_at: 7 }).execute();
  const started = Date.now();
  const rows = db.selectFrom('delivery').selectAll().orderBy('seq');
  for (const { id } of await rows.execute()) await retryDelivery(db, id);
  const [delivered, dead, pending] = await rows.execute();
  for (const row of [delivered, dead, pending]) {
    assert.partialDeepStrictEqual(row, { state: 'pending', attempts: 4 });
    assert.ok(Number(row?.next_attempt_at) < 9e12);
  }
  assert.deepEqual([delivered?.channel, dead?.channel, pending?.channel], [delivered?.id, dead?.id, '']);
  assert.deepEqual([delivered?.settled_at, Number(dead?.queued_at) >= started], [null, true]);
  assert.equal(pending?.queued_at, 0);
  assert.equal((await listLanes(db)).length, 3);
  assert.equal((await nextDeliveries(db, { webhookId, instanceId, channel: '' }, 1)).length, 1);
});
