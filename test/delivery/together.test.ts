import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together } from '../../server/delivery/together.ts';

test('what is asked for at the same time is done in one go, each with its own result', async () => {
  const goes: number[][] = [];
  const double = together(async (all: number[]) => {
    goes.push(all);
    return all.map((n) => 2 * n);
  });
  assert.deepEqual(await Promise.all([double(1), double(2), double(3)]), [2, 4, 6]);
  assert.equal(await double(4), 8);
  assert.deepEqual(goes, [[1, 2, 3], [4]]);
});

test('a go that fails fails all who asked for it, and no later one', async () => {
  const check = together(async (all: number[]) => {
    if (all.includes(0)) throw new Error('the disk is full');
    return all;
  });
  const ends = await Promise.allSettled([check(0), check(1)]);
  assert.deepEqual(
    ends.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(await check(1), 1);
});
