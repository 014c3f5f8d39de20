import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterClose, pauseBefore } from '../../server/session/close-reason.ts';

const CASES = {
  'logged-out': [401, 403, 406, 411],
  replaced: [440],
  restart: [515],
  retry: [408, 428, 500, 503, 502],
};

for (const [next, codes] of Object.entries(CASES)) {
  for (const code of codes) test(`after ${code}: ${next}`, () => assert.equal(afterClose(code), next));
}

test('pauses double up to a minute, half of each at random', () => {
  const longest = [1, 2, 3, 7, 50].map((attempt) => pauseBefore(attempt, () => 1));
  const shortest = [1, 2, 3, 7, 50].map((attempt) => pauseBefore(attempt, () => 0));
  assert.deepEqual(longest, [1_000, 2_000, 4_000, 60_000, 60_000]);
  assert.deepEqual(shortest, [500, 1_000, 2_000, 30_000, 30_000]);
});
