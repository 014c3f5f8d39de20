import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import pino from 'pino';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import { createPruner, prune, type Retention } from '../../server/events/retention.ts';
import { settleDelivery } from '../../server/store/attempts.ts';
import { eventIdBound } from '../../server/store/event-ids.ts';
import { logBytes } from '../../server/store/event-pruning.ts';
import { deleteInstance } from '../../server/store/instances.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, testDatabase, WEBHOOK } from '../store/fixtures.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const logger = pino({ level: 'silent' });
const HOUR = 3_600_000;
const never = new AbortController().signal;

async function start(t: TestContext) {
  const db = await testDatabase(t);
  const record = createRecorder(db, createBus(logger));
  let aged = 0;
  const clock = { now: Date.now, wait: async () => {} };
  return {
    db,
    addShop: async (name: string) => (await addInstance(db, name)).id,
    emit: (id: string, count: number) =>
      record(id, async () => ({
        result: undefined,
        events: Array.from({ length: count }, () => ({ type: 'logout.instance' as const, data: null })),
      })),
    /** Lets an instance's events up to a number be from two hours ago. */
    async age(id: string, seq: number) {
      const rows = db
        .selectFrom('event')
        .selectAll()
        .where('instance_id', '=', id)
        .where('seq', '<=', seq)
        .orderBy('seq');
      const bound = eventIdBound(Date.now() - 2 * HOUR).slice(0, -12);
      for (const row of await rows.execute()) {
        const old = bound + String(aged++).padStart(12, '0');
        await db.updateTable('event').set({ id: old }).where('id', '=', row.id).execute();
        await db.updateTable('delivery').set({ event_id: old }).where('event_id', '=', row.id).execute();
      }
    },
    prune: (limits: Partial<Retention>) =>
      prune({ db, clock, logger, maxAgeMs: undefined, maxBytes: undefined, ...limits }, never),
    async seqs(id: string) {
      const rows = db.selectFrom('event').select('seq').where('instance_id', '=', id).orderBy('seq');
      return (await rows.execute()).map(({ seq }) => seq);
    },
    bytes: async () =>
      (await db.selectFrom('instance').select('event_bytes').execute()).map((row) => row.event_bytes),
  };
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

test('events that are older than they may be go, however many, and no others', async (t) => {
  const { db, addShop, emit, age, prune, seqs, bytes } = await start(t);
  const shop = await addShop('shop');
  const other = await addShop('other');
  const gone = await addShop('gone');
  for (const id of [shop, other, gone]) await emit(id, 160);
  await age(shop, 155);
  await age(other, 3);
  await age(gone, 160);
  await deleteInstance(db, gone);
  await prune({ maxAgeMs: HOUR });
  assert.deepEqual(await seqs(shop), range(156, 160));
  assert.deepEqual(await seqs(other), range(4, 160));
  assert.deepEqual(await seqs(gone), []);
  assert.deepEqual(await bytes(), [5 * 4, 157 * 4]);
  await prune({ maxAgeMs: HOUR });
  assert.equal((await seqs(shop)).length, 5);
});

test('while the log is too large the oldest events go, of whichever instance', async (t) => {
  const { db, addShop, emit, prune, seqs } = await start(t);
  const shop = await addShop('shop');
  const other = await addShop('other');
  await emit(shop, 120);
  await emit(other, 10);
  await emit(shop, 30);
  await prune({ maxBytes: 10_000 });
  assert.equal((await seqs(shop)).length, 150);
  await prune({ maxBytes: 25 * 4 });
  assert.deepEqual([await seqs(other), await seqs(shop)], [[], range(126, 150)]);
  assert.equal(await logBytes(db), 25 * 4);
});

test('what is still to be delivered stays with all that is later; then it goes with its deliveries', async (t) => {
  const { db, addShop, emit, age, prune, seqs } = await start(t);
  const shop = await addShop('shop');
  const other = await addShop('other');
  await emit(shop, 3);
  await upsertWebhook(db, shop, WEBHOOK);
  await emit(shop, 1);
  await upsertWebhook(db, shop, { ...WEBHOOK, events: ['CALL'] });
  await emit(shop, 200);
  await emit(other, 2);
  await age(shop, 204);
  await age(other, 2);
  await prune({ maxAgeMs: HOUR, maxBytes: 0 });
  assert.deepEqual([await seqs(shop), await seqs(other)], [range(4, 204), []]);

  const { id } = await db.selectFrom('delivery').select('id').executeTakeFirstOrThrow();
  const attempt = { started_at: 1, duration_ms: 2, status: 200, error: null };
  await settleDelivery(db, id, attempt, { state: 'delivered' });
  await prune({ maxAgeMs: HOUR });
  assert.deepEqual(await seqs(shop), []);
  for (const table of ['delivery', 'attempt'] as const)
    assert.deepEqual(await db.selectFrom(table).selectAll().execute(), []);
});

test('it begins with the start, goes on every minute, and ends when told to', async (t) => {
  const { db, addShop, emit, seqs } = await start(t);
  const shop = await addShop('shop');
  await emit(shop, 5);
  const clock = createFakeClock();
  const waits: PromiseWithResolvers<number>[] = [Promise.withResolvers(), Promise.withResolvers()];
  let waited = 0;
  const watched = {
    now: clock.now,
    wait(ms: number, signal: AbortSignal) {
      waits[waited++]?.resolve(ms);
      return clock.wait(ms, signal);
    },
  };
  const pruner = createPruner({ db, logger, clock: watched, maxAgeMs: undefined, maxBytes: 12 });
  pruner.start();
  const pause = await waits[0]?.promise;
  assert.deepEqual([pause, await seqs(shop)], [60_000, range(3, 5)]);
  await emit(shop, 2);
  clock.advance(60_000);
  await waits[1]?.promise;
  assert.deepEqual(await seqs(shop), range(5, 7));
  await pruner.stop();
});
