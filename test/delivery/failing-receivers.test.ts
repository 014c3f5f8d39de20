import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutbound } from '../../server/outbound/outbound.ts';
import { freePort, startReceiver } from './receiver.ts';
import { messages, startSlowGateway, TIMEOUT_MS } from './webhook-gateway.ts';

const HOUR_MS = 3_600_000;

test('a receiver that is down for an hour gets everything in order; another waits for nothing', async (t) => {
  const gateway = await startSlowGateway(t);
  const port = await freePort();
  const down = await gateway.addShop('down', { url: `http://127.0.0.1:${port}` });
  const other = await startReceiver(t);
  const up = await gateway.addShop('up', { url: other.url });
  const start = gateway.clock.now();
  const delays = [5, 10, 20, 40, 80, 160, ...Array(11).fill(300)];
  for (const [n, seconds] of delays.entries()) {
    await gateway.emit(down, n);
    await gateway.emit(up, n);
    await gateway.attempted(2 * (n + 1));
    await gateway.clock.pass(seconds * 1_000);
  }
  assert.ok(gateway.clock.now() - start >= HOUR_MS);
  await gateway.attempted(2 * delays.length + 1);
  const receiver = await startReceiver(t, undefined, port);
  await gateway.clock.pass(300_000);
  const expected = delays.map((_, n) => String(n));
  assert.deepEqual(messages(await receiver.until(delays.length)), expected);
  assert.deepEqual(messages(other.received), expected);

  await gateway.stop();
  const rows = (await gateway.deliveries()).filter(({ instance_id }) => instance_id === down);
  assert.ok(rows.every(({ state, last_error }) => state === 'delivered' && last_error === null));
  assert.deepEqual(
    rows.map(({ attempts }) => attempts),
    [delays.length + 2, ...Array(16).fill(1)],
  );
  const [first, ...rest] = (await gateway.attempts()).filter(([status]) => status === null);
  assert.deepEqual(
    [first, rest.length],
    [[null, `connect ECONNREFUSED 127.0.0.1:${port}`, 0], delays.length],
  );
});

test('answers that are errors are told with the delivery, which is tried again until it is taken', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: [500, 503][n] ?? 204 }));
  const gateway = await startSlowGateway(t);
  await gateway.emit(await gateway.addShop('shop', { url: receiver.url }), 1);
  await gateway.clock.pass(5_000);
  await gateway.attempted(2);
  const [pending] = await gateway.deliveries();
  assert.deepEqual([pending?.state, pending?.attempts, pending?.last_error], ['pending', 2, 'HTTP 503']);
  assert.equal(pending?.next_attempt_at, gateway.clock.now() + 10_000);
  await gateway.clock.pass(10_000);
  await gateway.attempted(3);
  const [delivered] = await gateway.deliveries();
  assert.deepEqual([delivered?.state, delivered?.last_error], ['delivered', null]);
  assert.equal(delivered?.settled_at, gateway.clock.now());
  assert.deepEqual(await gateway.attempts(), [
    [500, 'HTTP 500', 0],
    [503, 'HTTP 503', 0],
    [204, null, 0],
  ]);
});

test('an answer that does not come in time is a failure; one that comes late is none', async (t) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const never = new Promise<never>(() => {});
  const receiver = await startReceiver(t, (n) => (n === 0 ? never : released.then(() => ({ status: 200 }))));
  const gateway = await startSlowGateway(t);
  await gateway.emit(await gateway.addShop('shop', { url: receiver.url }), 1);
  await receiver.until(1);
  await gateway.clock.pass(TIMEOUT_MS);
  await gateway.clock.pass(5_000);
  await receiver.until(2);
  gateway.clock.advance(TIMEOUT_MS - 1);
  release();
  await gateway.attempted(2);
  assert.deepEqual(await gateway.attempts(), [
    [null, 'No answer within 30000 ms', TIMEOUT_MS],
    [200, null, TIMEOUT_MS - 1],
  ]);
});

test('the status is the answer, whatever becomes of the rest of it', async (t) => {
  const faults = ['no head', 'broken body', 'endless body'] as const;
  const receiver = await startReceiver(t, (n) => {
    const fault = faults[n];
    return { status: 200, ...(fault && { fault }) };
  });
  const gateway = await startSlowGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2]) await gateway.emit(id, n);
  await gateway.clock.pass(5_000);
  await gateway.attempted(3);
  assert.deepEqual(await gateway.attempts(), [
    [null, 'other side closed', 0],
    [200, null, 0],
    [200, null, 0],
  ]);
  assert.deepEqual(messages(receiver.received), ['1', '1', '2']);
});

test('a redirect to a private address is not followed, and tried again: it may be set right', async (t) => {
  const headers = { location: 'http://10.0.0.1/' };
  const receiver = await startReceiver(t, (n) => (n === 0 ? { status: 307, headers } : { status: 200 }));
  const outbound = createOutbound({ allow: ['127.0.0.1'] });
  t.after(() => outbound.close());
  const gateway = await startSlowGateway(t, { outbound });
  await gateway.emit(await gateway.addShop('shop', { url: receiver.url }), 1);
  await gateway.clock.pass(5_000);
  await gateway.attempted(2);
  const [refused, taken] = await gateway.attempts();
  assert.match(String(refused?.[1]), /10\.0\.0\.1 is not a public address/);
  assert.deepEqual(taken, [200, null, 0]);
});
