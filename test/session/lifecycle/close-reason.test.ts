import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeReason, endingOf } from '../../../server/session/close-reason.ts';
import { pauseBefore } from '../../../server/session/timing.ts';

const CASES = {
  rejected: [401],
  unlinked: [403, 406, 411],
  locked: [402],
  replaced: [440],
  restart: [515],
  lost: [400, 405, 408, 428, 429, 500, 502, 503],
} as const;

for (const [ending, codes] of Object.entries(CASES)) {
  for (const code of codes)
    test(`${code} ends as ${ending}`, () => assert.equal(endingOf({ code, error: undefined }), ending));
}

test('a 401 that names its reason is not doubted', () => {
  const data = { tag: 'conflict', attrs: { type: 'device_removed' } };
  assert.equal(endingOf(closeReason({ output: { statusCode: 401 }, data })), 'unlinked');
  assert.equal(endingOf(closeReason({ output: { statusCode: 401 }, data: { reason: '401' } })), 'rejected');
});

test('what an HTTP server on the way says is no word on the account', () => {
  const data = new Error('HTTP 403');
  assert.equal(endingOf(closeReason({ output: { statusCode: 403 }, data })), 'lost');
});

test('an error without a code counts as 500', () => {
  assert.equal(closeReason(new Error('what is this')).code, 500);
});

test('pauses double up to a minute, half of each at random', () => {
  const longest = [1, 2, 3, 7, 50].map((attempt) => pauseBefore(attempt, () => 1));
  const shortest = [1, 2, 3, 7, 50].map((attempt) => pauseBefore(attempt, () => 0));
  assert.deepEqual(longest, [1_000, 2_000, 4_000, 60_000, 60_000]);
  assert.deepEqual(shortest, [500, 1_000, 2_000, 30_000, 30_000]);
});
