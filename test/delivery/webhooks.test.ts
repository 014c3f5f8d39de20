import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../server/store/db.ts';
import { WEBHOOK } from '../store/fixtures.ts';
import { startReceiver } from './receiver.ts';
import { messages, RETRY, startGateway } from './webhook-gateway.ts';

test('a lane keeps its order, and a slow receiver delays no other lane', async (t) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const slow = await startReceiver(t, async () => {
    await released;
    return { status: 200 };
  });
  const quick = await startReceiver(t);
  const gateway = await startGateway(t);
  const slowId = await gateway.addShop('slow', { url: slow.url });
  const quickId = await gateway.addShop('quick', { url: quick.url });
  for (let n = 0; n < 20; n += 1) {
    await gateway.emit(slowId, n);
    await gateway.emit(quickId, n);
  }
  const expected = Array.from({ length: 20 }, (_, n) => String(n));
  assert.deepEqual(messages(await quick.until(20)), expected);
  assert.equal(slow.received.length, 1);
  release();
  assert.deepEqual(messages(await slow.until(20)), expected);
});

test('a failure is tried again under the same id, before what came after it', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: n < 3 ? 500 : 204 }));
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  await gateway.emit(id, 1);
  await gateway.emit(id, 2);
  const requests = await receiver.until(5);
  assert.deepEqual(messages(requests), ['1', '1', '1', '1', '2']);
  const ids = requests.map((request) => request.headers['x-delivery-id']);
  assert.equal(new Set(ids.slice(0, 4)).size, 1);
  assert.notEqual(ids[4], ids[0]);
});

test('a receiver that cannot be reached is tried again', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: 'http://127.0.0.1:1' });
  await gateway.emit(id, 1);
  await gateway.addShop('shop', { url: receiver.url });
  assert.deepEqual(messages(await receiver.until(1)), ['1']);
});

test('what a receiver refuses for good is given up, and the lane goes on', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: n === 0 ? 422 : 200 }));
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  await gateway.emit(id, 1);
  await gateway.emit(id, 2);
  assert.deepEqual(messages(await receiver.until(2)), ['1', '2']);
  await gateway.stop();
  const rows = await gateway.deliveries();
  assert.deepEqual(
    rows.map(({ state, attempts, last_error }) => [state, attempts, last_error]),
    [
      ['dead', 1, 'HTTP 422'],
      ['delivered', 1, null],
    ],
  );
});

test('attempts are counted by how they ended', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: [500, 200, 422, 200][n] ?? 200 }));
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  assert.deepEqual(gateway.tally(), { delivered: 0, failed: 0, dead: 0 });
  for (const n of [1, 2, 3]) await gateway.emit(id, n);
  assert.deepEqual(messages(await receiver.until(4)), ['1', '1', '2', '3']);
  await gateway.stop();
  assert.deepEqual(gateway.tally(), { delivered: 2, failed: 1, dead: 1 });
});

test('what is too old is given up after one more try', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: n === 0 ? 500 : 200 }));
  const gateway = await startGateway(t, { retry: { ...RETRY, maxAgeMs: 0 } });
  const id = await gateway.addShop('shop', { url: receiver.url });
  await gateway.emit(id, 1);
  await gateway.emit(id, 2);
  assert.deepEqual(messages(await receiver.until(2)), ['1', '2']);
});

test('a receiver that asks for time gets it', async (t) => {
  const receiver = await startReceiver(t, () => ({ status: 503, headers: { 'retry-after': '3600' } }));
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  await gateway.emit(id, 1);
  await receiver.until(1);
  await gateway.stop();
  const [row] = await gateway.deliveries();
  assert.equal(row?.state, 'pending');
  assert.ok(Number(row?.next_attempt_at) - Number(row?.created_at) >= 3_600_000);
});

test('a restart takes up what was pending', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'delivery-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'gateway.db');
  const down = await startReceiver(t, () => ({ status: 500 }));
  const before = await openDatabase(file);
  const first = await startGateway(t, {}, before);
  const id = await first.addShop('shop', { url: down.url });
  await first.emit(id, 1);
  await first.emit(id, 2);
  await down.until(1);
  await first.stop();
  await before.destroy();

  const after = await openDatabase(file);
  t.after(() => after.destroy());
  const receiver = await startReceiver(t);
  const { registry } = await startGateway(t, {}, after);
  await registry.setMain(id, { ...WEBHOOK, headers: {}, url: receiver.url });
  const requests = await receiver.until(2);
  assert.deepEqual(messages(requests), ['1', '2']);
  assert.equal(requests[0]?.headers['x-delivery-id'], down.received[0]?.headers['x-delivery-id']);
});
