import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { createLanes } from '../../server/delivery/lanes.ts';
import type { Lane } from '../../server/store/deliveries.ts';

const logger = pino({ level: 'silent' });
const lane = (instanceId: string): Lane => ({ webhookId: 'w', instanceId, channel: '' });

test('no more steps run at once than allowed, and lanes take turns', async () => {
  const left = new Map([
    ['a', 3],
    ['b', 3],
    ['c', 3],
  ]);
  const order: string[] = [];
  let running = 0;
  const done = Promise.withResolvers<void>();
  const lanes = createLanes({ concurrency: 2, step, logger });
  for (const name of left.keys()) lanes.wake(lane(name));
  await done.promise;
  await lanes.stop();
  assert.deepEqual(order.slice(0, 3).sort(), ['a', 'b', 'c']);
  assert.equal(order.length, 9);

  async function step({ instanceId }: Lane): Promise<number | undefined> {
    running += 1;
    assert.ok(running <= 2);
    await Promise.resolve();
    running -= 1;
    order.push(instanceId);
    const rest = (left.get(instanceId) ?? 0) - 1;
    left.set(instanceId, rest);
    if (order.length === 9) done.resolve();
    return rest > 0 ? Date.now() : undefined;
  }
});

test('a lane that is woken while it runs runs again', async () => {
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<void>();
  let steps = 0;
  const lanes = createLanes({ concurrency: 1, step, logger });
  lanes.wake(lane('a'));
  lanes.wake(lane('a'));
  lanes.wake(lane('a'));
  first.resolve(undefined);
  await second.promise;
  await lanes.stop();
  assert.equal(steps, 2);

  async function step(): Promise<undefined> {
    steps += 1;
    if (steps === 2) second.resolve();
    return await first.promise;
  }
});

test('a lane that waits is run when it is due, the earliest first', async () => {
  const order: string[] = [];
  const waited = new Set<string>();
  const done = Promise.withResolvers<void>();
  const start = Date.now();
  const lanes = createLanes({ concurrency: 1, step, logger });
  lanes.wake(lane('40'));
  lanes.wake(lane('20'));
  await done.promise;
  await lanes.stop();
  assert.deepEqual(order, ['20', '40']);

  async function step({ instanceId }: Lane): Promise<number | undefined> {
    if (!waited.has(instanceId)) {
      waited.add(instanceId);
      return start + Number(instanceId);
    }
    order.push(instanceId);
    if (order.length === 2) done.resolve();
    return undefined;
  }
});

test('stop waits for the step under way and starts no other', async () => {
  const under = Promise.withResolvers<number>();
  const steps: string[] = [];
  const lanes = createLanes({ concurrency: 1, step, logger });
  lanes.wake(lane('a'));
  lanes.wake(lane('b'));
  const stopped = lanes.stop();
  under.resolve(Date.now());
  await stopped;
  assert.deepEqual(steps, ['a']);

  async function step({ instanceId }: Lane): Promise<number> {
    steps.push(instanceId);
    return await under.promise;
  }
});
