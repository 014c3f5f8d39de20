import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delayAfter, isFinal, retryAfter } from '../../server/delivery/backoff.ts';

const RETRY = {
  ...{ initialDelayMs: 5_000, maxDelayMs: 300_000, jitter: 0.2, maxAgeMs: 86_400_000 },
  nonRetryable: [404],
};

test('delays double up to the longest, spread by the jitter, never below the first', () => {
  const cases = [
    [1, 0.5, 5_000],
    [2, 0.5, 10_000],
    [4, 0.5, 40_000],
    [7, 0.5, 300_000],
    [5_000, 0.5, 300_000],
    [2, 0, 8_000],
    [2, 1, 12_000],
    [1, 0, 5_000],
  ] as const;
  for (const [attempt, random, delay] of cases) assert.equal(delayAfter(attempt, RETRY, random), delay);
});

test('only the statuses of the list are final', () => {
  assert.equal(isFinal(404, RETRY), true);
  assert.equal(isFinal(429, RETRY), false);
});

test('Retry-After is seconds or a date', () => {
  const now = Date.UTC(2025, 0, 1, 12, 0, 0);
  assert.equal(retryAfter('120', now), 120_000);
  assert.equal(retryAfter('Wed, 01 Jan 2025 12:00:30 GMT', now), 30_000);
  assert.equal(retryAfter('Wed, 01 Jan 2020 12:00:30 GMT', now), 0);
  assert.equal(retryAfter('soon', now), 0);
  assert.equal(retryAfter(undefined, now), 0);
});
