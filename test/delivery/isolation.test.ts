import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startReceiver } from './receiver.ts';
import { clockAhead, messages, startGateway } from './webhook-gateway.ts';

const SHOPS = 40;

type Gateway = Awaited<ReturnType<typeof startGateway>>;

/** As many instances as there are, all with one receiver, and an event of each. */
async function addShops(gateway: Gateway, url: string): Promise<void> {
  for (let n = 0; n < SHOPS; n += 1) {
    await gateway.emit(await gateway.addShop(`shop ${n}`, { url: `${url}/${n}` }), n);
  }
}

test('a receiver that hangs has one request, however many instances send to it; others go on', async (t) => {
  const clock = clockAhead();
  const gateway = await startGateway(t, { clock, timeoutMs: 30_000 });
  const hanging = await startReceiver(t, () => new Promise(() => {}));
  const quick = await startReceiver(t);
  await addShops(gateway, hanging.url);
  const id = await gateway.addShop('quick', { url: quick.url });
  for (let n = 0; n < 100; n += 1) await gateway.emit(id, n);
  await quick.until(100);
  assert.equal((await hanging.until(1)).length, 1);
  await gateway.attempted(100);
  await clock.pass(30_000);
  assert.equal((await hanging.until(2)).length, 2);
  const stopped = gateway.stop();
  await clock.pass(5_000);
  await stopped;
});

/** A connection is free for the next request a moment after its answer: so there are up to two for each place. */
test('a receiver that answers has eight requests at most at once, by few connections', async (t) => {
  let underWay = 0;
  let most = 0;
  const receiver = await startReceiver(t, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setImmediate(resolve));
    underWay -= 1;
    return { status: 200 };
  });
  const gateway = await startGateway(t);
  await addShops(gateway, receiver.url);
  const paths = (await receiver.until(SHOPS)).map(({ url }) => url);
  assert.equal(new Set(paths).size, SHOPS);
  assert.ok(most <= 8, `${most} at once`);
  assert.ok(receiver.connections() <= 16, `${receiver.connections()} connections`);
});

test('connections are used again, and a lane is in order', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: receiver.url });
  for (let n = 0; n < 50; n += 1) await gateway.emit(id, n);
  assert.deepEqual(
    messages(await receiver.until(50)),
    Array.from({ length: 50 }, (_, n) => String(n)),
  );
  assert.ok(receiver.connections() <= 2, `${receiver.connections()} connections`);
});

test('one instance whose address is gone does not hold up the others of the same receiver', async (t) => {
  const receiver = await startReceiver(t, (n) => ({ status: n % 3 === 0 ? 404 : 200 }));
  const gateway = await startGateway(t);
  await addShops(gateway, receiver.url);
  await receiver.until(SHOPS);
  await gateway.attempted(SHOPS);
  const { delivered, dead } = gateway.tally();
  assert.deepEqual([delivered + dead, gateway.tally().failed], [SHOPS, 0]);
});
