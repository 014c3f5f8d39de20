import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settleDelivery } from '../../server/store/attempts.ts';
import {
  enqueueDeliveries,
  listLanes,
  nextDeliveries,
  nextDeliveriesQuery,
} from '../../server/store/deliveries.ts';
import { appendEvents } from '../../server/store/events.ts';
import { updateInstance } from '../../server/store/instances.ts';
import type { Db } from '../../server/store/schema.ts';
import { findWebhook, upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, queryPlan, testDatabase, WEBHOOK } from './fixtures.ts';

test('events are numbered for each instance and hold its name and account of then', async (t) => {
  const db = await testDatabase(t);
  const one = await addInstance(db, 'one');
  const two = await addInstance(db, 'two');
  const [first] = await appendEvents(db, one.id, [{ type: 'call', data: { a: [1] } }]);
  await updateInstance(db, one.id, { owner_jid: '49301@s.whatsapp.net' });
  const later = await appendEvents(db, one.id, [
    { type: 'call', data: 2 },
    { type: 'call', data: null },
  ]);
  const [foreign] = await appendEvents(db, two.id, [{ type: 'call', data: 1 }]);
  assert.deepEqual(
    [first, ...later, foreign].map((event) => event?.seq),
    [1, 2, 3, 1],
  );
  assert.deepEqual([first?.instance_name, first?.sender], ['one', null]);
  assert.equal(later[0]?.sender, '49301@s.whatsapp.net');
  assert.deepEqual(await appendEvents(db, one.id, []), []);
});

test('a lane gives its deliveries in order, each with its event and webhook', async (t) => {
  const { db, lane, events } = await lanes(t);
  const [first, ...rest] = await nextDeliveries(db, lane, 2);
  assert.deepEqual([first?.event, rest.map(({ event }) => event)], [events[0], events.slice(1)]);
  assert.deepEqual([first?.url, first?.headers, first?.by_events], [WEBHOOK.url, WEBHOOK.headers, 0]);

  const failed = { started_at: 1, duration_ms: 2, status: 500, error: 'HTTP 500' };
  await settleDelivery(db, first?.id ?? '', failed, { state: 'pending', retryAt: 9e12 });
  const [again] = await nextDeliveries(db, lane, 1);
  assert.deepEqual([again?.id, again?.attempts, again?.next_attempt_at], [first?.id, 1, 9e12]);

  await settleDelivery(db, first?.id ?? '', { ...failed, status: 200, error: null }, { state: 'delivered' });
  const [second] = await nextDeliveries(db, lane, 9);
  assert.equal(second?.event.id, events[1]?.id);
  assert.deepEqual(await listLanes(db), [lane]);

  await settleDelivery(db, second?.id ?? '', { ...failed, error: 'HTTP 404' }, { state: 'dead' });
  assert.deepEqual(await nextDeliveries(db, lane, 9), []);
  assert.deepEqual(await listLanes(db), []);
  const settled = await db.selectFrom('delivery').selectAll().orderBy('seq').execute();
  assert.deepEqual(
    settled.map((row) => [row.state, row.attempts, row.last_error]),
    [
      ['delivered', 2, null],
      ['dead', 1, 'HTTP 404'],
    ],
  );
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .orderBy('delivery_id')
    .orderBy('number')
    .execute();
  assert.deepEqual(
    attempts.map((row) => [row.number, row.status]),
    [
      [1, 500],
      [2, 200],
      [1, 500],
    ],
  );
});

test('a webhook keeps its id when set again, and drops what is pending when disabled', async (t) => {
  const { db, lane } = await lanes(t);
  const moved = await upsertWebhook(db, lane.instanceId, { ...WEBHOOK, url: 'https://h.test/y' });
  assert.equal(moved.id, lane.webhookId);
  assert.equal((await nextDeliveries(db, lane, 1))[0]?.url, 'https://h.test/y');
  await upsertWebhook(db, lane.instanceId, { ...WEBHOOK, enabled: 0, events: [] });
  assert.deepEqual(await nextDeliveries(db, lane, 9), []);
  assert.deepEqual((await findWebhook(db, lane.instanceId))?.events, []);
});

test('the head of a lane is read from its index', async (t) => {
  const { db, lane } = await lanes(t);
  const steps = await queryPlan(db, nextDeliveriesQuery(db, lane, 10));
  const lookup = 'SEARCH delivery USING INDEX delivery_lane (webhook_id=? AND instance_id=? AND channel=?)';
  assert.ok(steps.includes(lookup), steps.join('\n'));
  assert.ok(!steps.some((step) => /SCAN|TEMP B-TREE/.test(step)), steps.join('\n'));
});

async function lanes(t: Parameters<typeof testDatabase>[0]) {
  const db: Db = await testDatabase(t);
  const { id: instanceId } = await addInstance(db);
  const webhook = await upsertWebhook(db, instanceId, WEBHOOK);
  const events = await appendEvents(db, instanceId, [
    { type: 'call', data: 1 },
    { type: 'call', data: 2 },
  ]);
  await enqueueDeliveries(db, webhook.id, events);
  return { db, events, lane: { webhookId: webhook.id, instanceId, channel: '' } };
}
