import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { createTurns } from '../../server/session/turns.ts';

/** Work that is under way until it is ended. */
function work() {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const start = (name: string) => () => {
    begun.push(name);
    const end = Promise.withResolvers<void>();
    ends.set(name, end);
    return end.promise;
  };
  return { begun, start, end: (name: string) => ends.get(name), settled };
}

test('as much is under way as there are places; who waits comes in order, urgent work first', async () => {
  const turns = createTurns(2);
  const { begun, start, end } = work();
  const all = ['one', 'two', 'three', 'four'].map((name) => turns.run(start(name)));
  all.push(turns.run(start('urgent'), true));
  await settled();
  assert.deepEqual(begun, ['one', 'two']);
  for (const [ending, next] of [
    ['two', 'urgent'],
    ['one', 'three'],
    ['urgent', 'four'],
  ] as const) {
    end(ending)?.resolve();
    await settled();
    assert.equal(begun.at(-1), next);
  }
  for (const name of ['three', 'four']) end(name)?.resolve();
  await Promise.all(all);
  assert.equal(begun.length, 5);
});

test('work that fails fails for who asked for it, and leaves its place', async () => {
  const turns = createTurns(1);
  const failing = turns.run(() => Promise.reject(new Error('broken')));
  const after = turns.run(() => Promise.resolve('done'));
  await assert.rejects(failing, /broken/);
  assert.equal(await after, 'done');
});
