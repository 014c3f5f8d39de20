import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import pino from 'pino';
import { type FollowOptions, follow, logOfInstance } from '../../server/delivery/follow.ts';
import { NotTaken } from '../../server/delivery/sink.ts';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import { deleteInstance } from '../../server/store/instances.ts';
import { addInstance, testDatabase } from '../store/fixtures.ts';

/** An instance with a log, and what it takes to follow it. */
async function start(t: TestContext) {
  const db = await testDatabase(t);
  const bus = createBus(pino({ level: 'silent' }));
  const record = createRecorder(db, bus);
  const { id } = await addInstance(db);
  const call = (n: number) => ({ type: 'logout.instance' as const, data: null, extra: { n } });
  const ended = new AbortController();
  const followed = logOfInstance(db, id, async () => undefined);
  let pages = 0;
  const log = {
    ...followed,
    read: (place: Parameters<typeof followed.read>[0]) => {
      pages += 1;
      return followed.read(place);
    },
  };
  return {
    ...{ db, id, ended, pages: () => pages },
    emit: (count: number) =>
      record(id, async () => ({
        result: undefined,
        events: Array.from({ length: count }, (_, n) => call(n)),
      })),
    remove: () =>
      record(id, async (tx) => ({
        ...{ result: undefined, events: [call(0)], finish: () => deleteInstance(tx, id) },
      })),
    follow: (sink: FollowOptions['sink']) =>
      follow({
        ...{ bus, log, sink, signal: ended.signal, place: { id: null, seq: 0 } },
        onGap: async () => assert.fail('there is no gap'),
      }),
  };
}

test('a sink gets the log and then what happens, in order, and the end with the instance', async (t) => {
  const { emit, follow, remove } = await start(t);
  await emit(50);
  const taken: number[] = [];
  await follow({
    async send({ seq }) {
      taken.push(seq);
      if (seq === 50) emit(30);
      if (seq === 80) setImmediate(remove);
      return { status: null };
    },
  });
  assert.deepEqual(
    taken,
    Array.from({ length: 81 }, (_, index) => index + 1),
  );
});

test('while a sink takes its time, nothing more is read', async (t) => {
  const { emit, follow, pages, ended } = await start(t);
  await emit(100);
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const { promise: taken, resolve: take } = Promise.withResolvers<void>();
  const done = follow({
    async send() {
      ask();
      await taken;
      return { status: null };
    },
  });
  await asked;
  await emit(100);
  assert.equal(pages(), 1);
  ended.abort();
  take();
  await done;
});

test('it ends with the signal while it waits, and with a sink that takes no more', async (t) => {
  const { emit, follow, ended, pages } = await start(t);
  await emit(1);
  await follow({
    send: async () => {
      throw new NotTaken('gone');
    },
  });
  assert.equal(pages(), 1);
  const done = follow({
    async send() {
      setImmediate(() => ended.abort());
      return { status: null };
    },
  });
  await done;
});

test('a failure that is not the sink’s refusal is passed on', async (t) => {
  const { emit, follow } = await start(t);
  await emit(1);
  const failing = follow({
    send: async () => {
      throw new Error('disk full');
    },
  });
  await assert.rejects(failing, { message: 'disk full' });
});
