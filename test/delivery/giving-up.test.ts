import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '../support/gateway-process.ts';
import { startReceiver } from './receiver.ts';
import { clockAhead, messages, SLOW_RETRY, startSlowGateway } from './webhook-gateway.ts';

const HOUR_MS = 3_600_000;

test('a receiver gets the time it asks for, in seconds or as a date, but none beyond the last try', async (t) => {
  const clock = clockAhead();
  const asked = ['120', new Date(clock.now() + 200_000).toUTCString(), '99999999', '0'];
  const receiver = await startReceiver(t, (n) => ({
    ...{ status: 429, headers: { 'retry-after': asked[n] ?? '' } },
  }));
  const gateway = await startSlowGateway(t, { clock });
  await gateway.emit(await gateway.addShop('shop', { url: receiver.url }), 1);
  await clock.pass(120_000);
  await clock.pass(80_000);
  await gateway.attempted(3);
  const [row] = await gateway.deliveries();
  const deadline = Number(row?.queued_at) + SLOW_RETRY.maxAgeMs;
  assert.equal(row?.next_attempt_at, deadline);
  await clock.pass(deadline - clock.now());
  await gateway.attempted(4);
  const [dead] = await gateway.deliveries();
  assert.deepEqual([dead?.state, dead?.settled_at, dead?.attempts], ['dead', deadline, 4]);
});

test('what is refused for good, or has become too old, is dead, and the lane goes on', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: [404, 500, 500][n] ?? 200 }));
  const gateway = await startSlowGateway(t, { retry: { ...SLOW_RETRY, maxAgeMs: HOUR_MS } });
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2, 3]) await gateway.emit(id, n);
  await gateway.attempted(2);
  gateway.clock.advance(HOUR_MS);
  assert.deepEqual(messages(await receiver.until(4)), ['1', '2', '2', '3']);
  await gateway.attempted(4);
  const rows = await gateway.deliveries();
  assert.deepEqual(
    rows.map(({ state, attempts, last_error }) => [state, attempts, last_error]),
    [
      ['dead', 1, 'HTTP 404'],
      ['dead', 2, 'HTTP 500'],
      ['delivered', 1, null],
    ],
  );
});

test('where nobody answers, what is too old goes with the first of it, and what is newer is tried', async (t) => {
  const clock = clockAhead();
  const gateway = await startSlowGateway(t, { clock, retry: { ...SLOW_RETRY, maxAgeMs: HOUR_MS } });
  const id = await gateway.addShop('shop', { url: `http://127.0.0.1:${await freePort()}` });
  for (const n of [1, 2, 3]) await gateway.emit(id, n);
  await gateway.attempted(1);
  await gateway.db.updateTable('delivery').set({ queued_at: clock.now() }).where('seq', '=', 3).execute();
  clock.advance(HOUR_MS - 1_000);
  await gateway.attempted(4);
  const rows = await gateway.deliveries();
  assert.deepEqual(
    rows.map(({ state, attempts }) => [state, attempts]),
    [
      ['dead', 2],
      ['dead', 0],
      ['pending', 1],
    ],
  );
});
