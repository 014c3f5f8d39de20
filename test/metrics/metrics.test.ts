import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createBus } from '../../server/events/bus.ts';
import type { NewEvent } from '../../server/events/types.ts';
import type { ConnectionStateName, InstanceHealth } from '../../server/generated/index.ts';
import { createLogger } from '../../server/logger.ts';
import { createMetrics, type MetricsOptions } from '../../server/metrics/metrics.ts';
import { enqueueDeliveries } from '../../server/store/deliveries.ts';
import { appendEvents } from '../../server/store/events.ts';
import { deleteInstance, updateInstance } from '../../server/store/instances.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addGlobalWebhook, addInstance, testDatabase, WEBHOOK } from '../store/fixtures.ts';
import { only, parseMetrics } from '../support/metrics.ts';

type Session = ReturnType<MetricsOptions['sessionOf']>;

const session = (state: ConnectionStateName, health?: InstanceHealth): Session => ({
  state: () => state,
  health: () => health,
});

const HEALTH: InstanceHealth = {
  status: 'undecryptable',
  lastFrameAt: new Date(0).toISOString(),
  pendingQueries: 2,
  unansweredQueries: 1,
  failedDecryptions: 12,
};

async function setUp(t: TestContext) {
  const db = await testDatabase(t);
  const bus = createBus(createLogger('silent'));
  const sessions = new Map<string, Session>();
  const metrics = createMetrics({
    ...{ db, bus, version: '1.2.3', clientName: 'gw "one"', serverUrl: 'https://gw.test' },
    sessionOf: (id) => sessions.get(id),
    deliveryTally: () => ({ delivered: 5, failed: 2, dead: 1 }),
  });
  const publish = async (instanceId: string, ...events: object[]) => {
    const appended = await appendEvents(db, instanceId, events as NewEvent[]);
    bus.publish(appended.map((event) => ({ ...event, webhookIds: ['own', 'global'] })));
  };
  return { db, sessions, publish, metrics, read: async () => parseMetrics(await metrics.text()) };
}

test("Evolution's gauges have its names, labels and values", async (t) => {
  const { db, sessions, read } = await setUp(t);
  sessions.set((await addInstance(db, 'open')).id, session('open'));
  sessions.set((await addInstance(db, 'refused')).id, session('refused'));
  await addInstance(db, 'at rest');
  const integration = 'integration="WHATSAPP-BAILEYS"';
  assert.deepEqual(only(await read(), /^evolution_/), {
    'evolution_environment_info{version="1.2.3",clientName="gw \\"one\\"",serverUrl="https://gw.test"}': 1,
    evolution_instances_total: 3,
    [`evolution_instance_up{instance="open",${integration}}`]: 1,
    [`evolution_instance_up{instance="refused",${integration}}`]: 0,
    [`evolution_instance_up{instance="at rest",${integration}}`]: 0,
    [`evolution_instance_state{instance="open",${integration},state="open"}`]: 1,
    [`evolution_instance_state{instance="refused",${integration},state="refused"}`]: 1,
    [`evolution_instance_state{instance="at rest",${integration},state="close"}`]: 1,
  });
});

test('health is there while there is one, and each status has a value', async (t) => {
  const { db, sessions, read } = await setUp(t);
  const { id } = await addInstance(db);
  sessions.set(id, session('open', HEALTH));
  const { 'zapgate_instance_last_frame_age_seconds{instance="shop"}': age, ...rest } = only(
    await read(),
    /^zapgate_instance_/,
  );
  assert.ok(age !== undefined && age > 1_700_000_000);
  assert.deepEqual(rest, {
    'zapgate_instance_health{instance="shop",status="ok"}': 0,
    'zapgate_instance_health{instance="shop",status="deaf"}': 0,
    'zapgate_instance_health{instance="shop",status="undecryptable"}': 1,
    'zapgate_instance_pending_queries{instance="shop"}': 2,
    'zapgate_instance_unanswered_queries{instance="shop"}': 1,
    'zapgate_instance_failed_decryptions{instance="shop"}': 12,
  });
  sessions.set(id, session('close'));
  assert.deepEqual(only(await read(), /^zapgate_instance_/), {});
});

const PENDING = 'zapgate_deliveries_pending{instance="shop"}';
const DEAD = 'zapgate_deliveries_dead{instance="shop"}';

const message = (type: string, fromMe: boolean) => ({ type, data: { key: { fromMe } } });
const update = (state: string, statusReason: number) => ({
  type: 'connection.update',
  data: { instance: 'shop', state, statusReason },
});

test('messages and reconnects are counted as they are recorded', async (t) => {
  const { db, publish, read } = await setUp(t);
  const { id } = await addInstance(db);
  await publish(id, message('messages.upsert', false), message('messages.upsert', true));
  await publish(id, message('messages.upsert', false), message('send.message', true));
  await publish(id, update('connecting', 200), update('open', 200), update('connecting', 408));
  await publish(id, update('connecting', 408), update('connecting', 7), update('connecting', 8));
  await publish(id, update('close', 401));
  assert.deepEqual(only(await read(), /^zapgate_(messages|reconnects)/), {
    'zapgate_messages_received_total{instance="shop"}': 2,
    'zapgate_messages_sent_total{instance="shop"}': 1,
    'zapgate_reconnects_total{instance="shop",reason="408"}': 2,
    'zapgate_reconnects_total{instance="shop",reason="other"}': 2,
  });
  const queued = (await read())['zapgate_deliveries_queued_total{instance="shop"}'];
  assert.equal(queued, 22, 'eleven events, each for two webhooks');
});

test('of an instance that is deleted nothing is left, and a new one of its name begins at zero', async (t) => {
  const { db, publish, read } = await setUp(t);
  const { id } = await addInstance(db);
  await publish(id, message('send.message', true), { type: 'remove.instance', data: null });
  await deleteInstance(db, id);
  assert.deepEqual(only(await read(), /instance=/), {});
  await addInstance(db);
  assert.equal((await read())['zapgate_messages_sent_total{instance="shop"}'], 0);
});

test('deliveries: what waits, since when, what was given up, and how attempts ended', async (t) => {
  const { db, read } = await setUp(t);
  const { id } = await addInstance(db);
  await addInstance(db, 'quiet');
  const own = await upsertWebhook(db, id, WEBHOOK);
  const webhooks = [own.id, await addGlobalWebhook(db)];
  const quiet = {
    'zapgate_deliveries_pending{instance="quiet"}': 0,
    'zapgate_deliveries_oldest_pending_age_seconds{instance="quiet"}': 0,
    'zapgate_deliveries_dead{instance="quiet"}': 0,
  };
  const attempts = {
    'zapgate_delivery_attempts_total{outcome="delivered"}': 5,
    'zapgate_delivery_attempts_total{outcome="failed"}': 2,
    'zapgate_delivery_attempts_total{outcome="dead"}': 1,
  };
  const found = async () => {
    const { 'zapgate_deliveries_oldest_pending_age_seconds{instance="shop"}': age = -1, ...rest } = only(
      await read(),
      /^zapgate_deliver(?!ies_queued)/,
    );
    const shop = only(rest, /"shop"/);
    assert.deepEqual(rest, { ...quiet, ...attempts, ...shop });
    return { age, pending: shop[PENDING], dead: shop[DEAD] };
  };
  assert.deepEqual(await found(), { age: 0, pending: 0, dead: 0 });
  const events = await appendEvents(db, id, [update('open', 200), update('close', 401)]);
  for (const webhook of webhooks) await enqueueDeliveries(db, webhook, events);
  await enqueueDeliveries(db, own.id, events, 'a replay');
  await db.updateTable('delivery').set({ queued_at: 0 }).where('webhook_id', '=', own.id).execute();
  const { age, ...counts } = await found();
  assert.deepEqual(counts, { pending: 6, dead: 0 }, 'of both webhooks and of the replay');
  assert.ok(age > 1_700_000_000 && age <= Date.now() / 1_000, String(age));
  await db.updateTable('delivery').set({ state: 'dead' }).where('webhook_id', '=', own.id).execute();
  const { age: next, ...rest } = await found();
  assert.deepEqual(rest, { pending: 2, dead: 4 });
  assert.ok(next >= 0 && next < age);
});

test('what waits for the global webhook is counted after its instance is deleted', async (t) => {
  const { db, read } = await setUp(t);
  const { id } = await addInstance(db);
  const webhook = await addGlobalWebhook(db);
  await enqueueDeliveries(db, webhook, await appendEvents(db, id, [update('open', 200)]));
  await deleteInstance(db, id);
  assert.equal((await read())[PENDING], 1);
  await addInstance(db);
  assert.equal((await read())[PENDING], 1, 'together with a new one of that name');
});

test('the log is measured by what it holds of each instance', async (t) => {
  const { db, read } = await setUp(t);
  const { id } = await addInstance(db);
  await updateInstance(db, id, { event_bytes: 1_234 });
  assert.equal((await read())['zapgate_event_log_bytes{instance="shop"}'], 1_234);
});

test('the process is measured, and two who ask at once get the same', async (t) => {
  const { db, metrics } = await setUp(t);
  await addInstance(db);
  assert.equal(metrics.contentType, 'text/plain; version=0.0.4; charset=utf-8');
  const [one, two] = (await Promise.all([metrics.text(), metrics.text()])).map(parseMetrics);
  assert.ok(one && two);
  assert.deepEqual(only(one, /^(evolution|zapgate)_/), only(two, /^(evolution|zapgate)_/));
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    assert.ok(Number.isFinite(one[name]), name);
  }
});
