import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { io as connect } from 'socket.io-client';
import type { Envelope } from '../../server/delivery/envelope.ts';
import { upsertWebsocket } from '../../server/store/websockets.ts';
import { GLOBAL_KEY, startGateway } from './websocket-gateway.ts';

type Gateway = Awaited<ReturnType<typeof startGateway>>;

const idsOf = (events: Envelope[]) => events.map(({ id }) => id);

/** A client that says, whenever it connects, which event it got last, or `begin`. */
function follower(t: TestContext, gateway: Gateway, namespace: string, apikey: string, begin?: string) {
  const received: Envelope[] = [];
  const others: [string, unknown][] = [];
  const socket = connect(gateway.url + namespace, {
    ...{ forceNew: true, reconnectionDelay: 5, reconnectionDelayMax: 5, query: { apikey } },
    auth: (use) => use({ lastEventId: received.at(-1)?.id ?? begin }),
  });
  t.after(() => socket.disconnect());
  let wake = () => {};
  socket.onAny((name: string, body: Envelope) => {
    if (name === body.event) received.push(body);
    else others.push([name, body]);
    wake();
  });
  return {
    ...{ socket, received, others },
    async until(count: number) {
      while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
    },
  };
}

const logOf = (gateway: Gateway, instanceId?: string) =>
  gateway.db
    .selectFrom('event')
    .select('id')
    .$if(instanceId !== undefined, (query) => query.where('instance_id', '=', instanceId ?? ''))
    .orderBy('id')
    .execute();

for (const transports of ['websocket', 'polling then websocket']) {
  test(`cut off again and again while events go on, a client misses none and sees none twice: ${transports}`, async (t) => {
    const gateway = await startGateway(t);
    const shop = await gateway.addShop('shop', []);
    const client = follower(t, gateway, '/shop', 'hash of shop');
    if (transports === 'websocket') client.socket.io.opts.transports = ['websocket'];
    await once(client.socket as never, 'connect');
    const emitted = (async () => {
      for (let n = 0; n < 300; n += 1) await gateway.emit(shop, n);
    })();
    for (const count of [1, 100, 101, 180]) {
      await client.until(count);
      client.socket.io.engine.close();
    }
    await emitted;
    await client.until(300);
    assert.deepEqual(
      idsOf(client.received),
      (await logOf(gateway, shop)).map(({ id }) => id),
    );
    assert.deepEqual(client.others, []);
  });
}

test('a client of an instance resumes by the settings of the websocket', async (t) => {
  const gateway = await startGateway(t);
  const shop = await gateway.addShop('shop', ['CALL']);
  for (let n = 0; n < 30; n += 1) await gateway.emit(shop, n);
  const [first] = await logOf(gateway, shop);
  const client = follower(t, gateway, '/shop', 'hash of shop', first?.id);
  await once(client.socket as never, 'connect');
  await upsertWebsocket(gateway.db, shop, { enabled: 1, events: ['QRCODE_UPDATED'] });
  await gateway.emit(shop, 30);
  await client.until(1);
  const last = client.received.at(-1);
  assert.deepEqual(last?.data, { message: '30', statusCode: 500 });
});

test('in global mode the root resumes with all instances for the global key, with one for a token', async (t) => {
  const gateway = await startGateway(t, { globalEvents: true });
  const shop = await gateway.addShop('shop');
  const other = await gateway.addShop('other');
  await gateway.emit(shop, 0);
  for (let n = 0; n < 100; n += 1) await gateway.emit(n % 3 ? shop : other, n);
  const [first] = await logOf(gateway);
  const all = follower(t, gateway, '/', GLOBAL_KEY, first?.id);
  const own = follower(t, gateway, '/', 'hash of shop', first?.id);
  await Promise.all([all.until(10), own.until(10)]);
  for (let n = 0; n < 100; n += 1) await gateway.emit(n % 3 ? shop : other, n);
  const log = (await logOf(gateway)).map(({ id }) => id);
  const shops = (await logOf(gateway, shop)).map(({ id }) => id);
  await Promise.all([all.until(log.length - 1), own.until(shops.length - 1)]);
  assert.deepEqual(idsOf(all.received), log.slice(1));
  assert.deepEqual(idsOf(own.received), shops.slice(1));
});

test('an event that never was is refused, and one that was pruned begins with a gap', async (t) => {
  for (const [namespace, globalEvents] of [
    ['/shop', false],
    ['/', true],
  ] as const) {
    const gateway = await startGateway(t, { globalEvents });
    const shop = await gateway.addShop('shop', []);
    for (let n = 0; n < 5; n += 1) await gateway.emit(shop, n);
    const [first, , third, fourth] = await logOf(gateway, shop);
    const query = { apikey: GLOBAL_KEY };
    for (const unknown of ['yesterday', 'ffffffff-ffff-7000-8000-000000000000'])
      await assert.rejects(gateway.open(namespace, { query, auth: { lastEventId: unknown } }), {
        message: `Unknown lastEventId ${unknown}`,
      });
    await gateway.db
      .deleteFrom('event')
      .where('id', '<', fourth?.id ?? '')
      .execute();
    const client = follower(t, gateway, namespace, GLOBAL_KEY, first?.id);
    await client.until(2);
    assert.deepEqual(client.others, [['gap', { after: first?.id, oldest: fourth?.id }]]);
    assert.equal(client.received[0]?.id, fourth?.id);
    assert.ok(third);
  }
});
