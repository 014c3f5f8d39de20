import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../store/fixtures.ts';
import { type Answer, startReceiver } from './receiver.ts';
import { clockAhead, messages, startGateway } from './webhook-gateway.ts';

/** A receiver that answers 200 when it is told to. */
async function startHeldReceiver(t: Parameters<typeof startReceiver>[0]) {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  return { ...(await startReceiver(t, () => promise)), release: () => resolve({ status: 200 }) };
}

test('what is under way when its webhook is disabled is written down nowhere, and nothing follows', async (t) => {
  const receiver = await startHeldReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2]) await gateway.emit(id, n);
  await receiver.until(1);
  await gateway.addShop('shop', { url: receiver.url, enabled: 0 });
  receiver.release();
  await gateway.attempted(1);
  assert.deepEqual([await gateway.deliveries(), await gateway.attempts()], [[], []]);
  await gateway.addShop('shop', { url: receiver.url });
  await gateway.emit(id, 3);
  assert.deepEqual(messages(await receiver.until(2)), ['1', '3']);
});

test('so it is when the webhook is deleted', async (t) => {
  const receiver = await startHeldReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2]) await gateway.emit(id, n);
  await receiver.until(1);
  await gateway.db.deleteFrom('webhook').execute();
  receiver.release();
  await gateway.stop();
  assert.deepEqual([await gateway.deliveries(), await gateway.attempts()], [[], []]);
  assert.deepEqual(messages(receiver.received), ['1']);
});

test('what follows a change of the webhook goes where it says then', async (t) => {
  const receiver = await startHeldReceiver(t);
  const gateway = await startGateway(t);
  const next = await startReceiver(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2, 3]) await gateway.emit(id, n);
  await receiver.until(1);
  await gateway.db.updateTable('webhook').set({ url: next.url, updated_at: 1 }).execute();
  receiver.release();
  assert.deepEqual(messages(await next.until(2)), ['2', '3']);
  assert.deepEqual(messages(receiver.received), ['1']);
});

test('stop cuts off what hangs: it stays pending, and the next start sends it again', async (t) => {
  const db = await testDatabase(t);
  const clock = clockAhead();
  const gateway = await startGateway(t, { clock, timeoutMs: 30_000 }, db);
  const receiver = await startReceiver(t, (n) => (n < 2 ? new Promise(() => {}) : { status: 200 }));
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (const n of [1, 2]) await gateway.emit(id, n);
  await receiver.until(1);
  const stopped = gateway.stop();
  await clock.pass(5_000);
  await stopped;
  assert.deepEqual(
    (await gateway.deliveries()).map(({ state, attempts }) => [state, attempts]),
    [
      ['pending', 0],
      ['pending', 0],
    ],
  );
  assert.deepEqual(await gateway.attempts(), []);

  const again = await startGateway(t, { clock, timeoutMs: 30_000 }, db);
  await receiver.until(2);
  await clock.pass(30_000);
  await clock.pass(1);
  const requests = await receiver.until(4);
  assert.deepEqual(messages(requests), ['1', '1', '1', '2']);
  assert.equal(new Set(requests.map(({ body }) => body.id)).size, 2);
  await again.stop();
});
