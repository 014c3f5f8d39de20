import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { systemClock } from '../../server/clock.ts';
import { createLanes, type LanesOptions, type Turn } from '../../server/delivery/lanes.ts';
import type { Lane } from '../../server/store/deliveries.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const lane = (instanceId: string): Lane => ({ webhookId: 'w', instanceId, channel: '' });

/** Lets everything run that waits for no time. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

const lanesWith = (options: Pick<LanesOptions, 'turn'> & Partial<LanesOptions>) =>
  createLanes({
    ...{ clock: systemClock, limits: { total: 2, each: 2 }, groupOf: ({ instanceId }) => instanceId },
    logger: pino({ level: 'silent' }),
    ...options,
  });

test('no more turns run at once than allowed, and lanes go one after another', async () => {
  const left = new Map(['a', 'b', 'c'].map((name) => [name, 3]));
  const order: string[] = [];
  let running = 0;
  const done = Promise.withResolvers<void>();
  const lanes = lanesWith({ turn });
  for (const name of left.keys()) lanes.wake(lane(name));
  await done.promise;
  await lanes.stop();
  assert.deepEqual([...new Set(order.slice(0, 5))].sort(), ['a', 'b', 'c']);
  assert.equal(order.length, 9);

  async function turn({ instanceId }: Lane): Promise<Turn> {
    running += 1;
    assert.ok(running <= 2);
    await Promise.resolve();
    running -= 1;
    order.push(instanceId);
    const rest = (left.get(instanceId) ?? 0) - 1;
    left.set(instanceId, rest);
    if (order.length === 9) done.resolve();
    return { next: rest > 0 ? Date.now() : undefined, good: true };
  }
});

test('a lane that is woken while it runs runs again', async () => {
  const first = Promise.withResolvers<Turn>();
  const second = Promise.withResolvers<void>();
  let turns = 0;
  const lanes = lanesWith({
    async turn() {
      turns += 1;
      if (turns === 2) second.resolve();
      return await first.promise;
    },
  });
  for (let n = 0; n < 3; n += 1) lanes.wake(lane('a'));
  first.resolve({ next: undefined });
  await second.promise;
  await lanes.stop();
  assert.equal(turns, 2);
});

test('a lane that rests runs when it is due, or woken; a fault of ours lets it rest too', async () => {
  const clock = createFakeClock();
  const start = clock.now();
  const ran: string[] = [];
  const lanes = lanesWith({
    clock,
    async turn({ instanceId }) {
      const at = clock.now() - start;
      ran.push(`${instanceId} at ${at}`);
      if (instanceId === 'faulty' && at === 0) throw new Error('the disk is full');
      return { next: at < 40 ? start + 40 : undefined };
    },
  });
  for (const name of ['a', 'b', 'faulty']) lanes.wake(lane(name));
  await settled();
  clock.advance(30);
  lanes.wake(lane('b'));
  await settled();
  await clock.pass(10);
  await settled();
  await clock.pass(5_000 - 40);
  await settled();
  await lanes.stop();
  const beginning = ['a at 0', 'b at 0', 'faulty at 0', 'b at 30'];
  assert.deepEqual(ran, [...beginning, 'a at 40', 'b at 40', 'faulty at 5000']);
});

test('stop waits for the turn under way and starts no other', async () => {
  const under = Promise.withResolvers<Turn>();
  const ran: string[] = [];
  const lanes = lanesWith({
    limits: { total: 1, each: 1 },
    async turn({ instanceId }) {
      ran.push(instanceId);
      return await under.promise;
    },
  });
  lanes.wake(lane('a'));
  lanes.wake(lane('b'));
  const stopped = lanes.stop();
  under.resolve({ next: Date.now() });
  await stopped;
  assert.deepEqual(ran, ['a']);
});
