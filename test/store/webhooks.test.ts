import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settleDelivery } from '../../server/store/attempts.ts';
import { enqueueDeliveries } from '../../server/store/deliveries.ts';
import { appendEvents } from '../../server/store/events.ts';
import { deleteWebhook } from '../../server/store/webhook-end.ts';
import { listWebhooks, upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, queryPlan, testDatabase, WEBHOOK } from './fixtures.ts';

/** More than are deleted together. */
const MANY = 1_234;

const ATTEMPT = { started_at: 1, duration_ms: 1, status: 500, error: 'HTTP 500' };

test('a webhook goes with its deliveries, pending or not, and those of others stay', async (t) => {
  const db = await testDatabase(t);
  const [one, two] = [await addInstance(db, 'one'), await addInstance(db, 'two')];
  const { id } = await upsertWebhook(db, one.id, WEBHOOK);
  const other = await upsertWebhook(db, two.id, WEBHOOK);
  const given = Array.from({ length: MANY }, (_, n) => ({ type: 'call', data: n }));
  const events = await appendEvents(db, one.id, given);
  await enqueueDeliveries(db, id, events);
  await enqueueDeliveries(db, other.id, await appendEvents(db, two.id, given.slice(0, 1)));
  const [first] = await db.selectFrom('delivery').select('id').where('webhook_id', '=', id).execute();
  await settleDelivery(db, first?.id ?? '', ATTEMPT, { state: 'dead' });

  assert.equal(await deleteWebhook(db, two.id, id), false, 'it is of another instance');
  assert.equal(await deleteWebhook(db, one.id, id), true);
  assert.deepEqual(await listWebhooks(db, one.id), []);
  const left = await db.selectFrom('delivery').select('webhook_id').execute();
  assert.deepEqual(left, [{ webhook_id: other.id }]);
  assert.deepEqual(await db.selectFrom('attempt').selectAll().execute(), []);
  assert.equal(await deleteWebhook(db, one.id, id), false);
});

test('a try that was under way when its webhook went leaves nothing', async (t) => {
  const db = await testDatabase(t);
  const { id: instanceId } = await addInstance(db);
  const { id } = await upsertWebhook(db, instanceId, WEBHOOK);
  await enqueueDeliveries(db, id, await appendEvents(db, instanceId, [{ type: 'call', data: 1 }]));
  const delivery = await db.selectFrom('delivery').select('id').executeTakeFirstOrThrow();
  await deleteWebhook(db, instanceId, id);
  await settleDelivery(db, delivery.id, ATTEMPT, { state: 'pending', retryAt: 1 });
  assert.deepEqual(await db.selectFrom('delivery').selectAll().execute(), []);
});

test('the deliveries of a webhook are found by their index', async (t) => {
  const db = await testDatabase(t);
  const steps = await queryPlan(db, db.selectFrom('delivery').select('id').where('webhook_id', '=', 'w'));
  assert.deepEqual(steps, ['SEARCH delivery USING COVERING INDEX delivery_page (webhook_id=?)']);
});
