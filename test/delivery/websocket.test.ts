import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upsertWebsocket } from '../../server/store/websockets.ts';
import { collect, GLOBAL_KEY, startGateway } from './websocket-gateway.ts';

test('an instance namespace gets that instance’s events as the contract shows them', async (t) => {
  const gateway = await startGateway(t);
  const shop = await gateway.addShop('Shop 7', []);
  const other = await gateway.addShop('other', []);
  const socket = await gateway.open('/shop%207', { query: { apikey: GLOBAL_KEY } });
  const envelopes = collect(socket, 2);
  await gateway.emit(other, 0);
  await gateway.emit(shop, 1);
  await gateway.emit(shop, 2);
  const [first, second] = await envelopes;
  const { date_time: dateTime, id, ...body } = first ?? assert.fail();
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.ok(!Number.isNaN(Date.parse(dateTime)));
  assert.deepEqual(body, {
    sequence: 1,
    event: 'qrcode.updated',
    instance: 'Shop 7',
    data: { message: '1', statusCode: 500 },
    sender: null,
    server_url: 'https://gw.test',
    apikey: null,
  });
  assert.deepEqual(second?.data, { message: '2', statusCode: 500 });
});

test('the key may come as query, header or auth payload, at the root and under the prefix', async (t) => {
  const gateway = await startGateway(t);
  const shop = await gateway.addShop('shop', ['QRCODE_UPDATED']);
  const other = await gateway.addShop('other', []);
  assert.ok(other);
  const token = 'hash of shop';
  const sockets = await Promise.all([
    gateway.open('/shop', { query: { apikey: token } }),
    gateway.open('/shop', { extraHeaders: { apikey: token }, transports: ['polling'] }),
    gateway.open('/shop', { query: { apikey: 'hash of other' }, auth: { apikey: token } }),
    gateway.open('/shop', { query: { apikey: token }, path: '/whatsapp/socket.io' }),
    gateway.open('/whatsapp/shop', { query: { apikey: token } }),
  ]);
  const received = Promise.all(sockets.map((socket) => collect(socket, 1)));
  await gateway.emit(shop, 1);
  for (const [envelope] of await received) assert.equal(envelope?.instance, 'shop');
});

test('without a good key the handshake is refused by the contract’s codes', async (t) => {
  const gateway = await startGateway(t);
  const global = await startGateway(t, { globalEvents: true });
  const cases = [
    [gateway, '', 'apiKey is required'],
    [gateway, '&apikey=wrong', 'Authentication error'],
    [global, '&apikey=wrong', 'Invalid global token'],
  ] as const;
  for (const [{ url }, query, message] of cases) {
    for (const path of ['/socket.io/', '/whatsapp/socket.io/']) {
      const response = await fetch(`${url}${path}?EIO=4&transport=polling${query}`);
      assert.equal(response.status, 403);
      assert.deepEqual(await response.json(), { code: 4, message });
    }
  }
  assert.equal(await (await fetch(`${gateway.url}/elsewhere`)).text(), 'the application');
});

test('a token opens its own namespace only, and learns nothing of others', async (t) => {
  const gateway = await startGateway(t);
  await gateway.addShop('shop', []);
  await gateway.addShop('other', []);
  const own = { query: { apikey: 'hash of shop' } };
  await assert.rejects(gateway.open('/other', own), { message: 'Authentication error' });
  await assert.rejects(gateway.open('/nobody', own), { message: 'Authentication error' });
  const global = { query: { apikey: GLOBAL_KEY } };
  await assert.rejects(gateway.open('/nobody', global), { message: 'Invalid namespace' });
  await assert.rejects(gateway.open('/%', global), { message: 'Invalid namespace' });
  await gateway.open('/shop', own);
});

test('only subscribed events of an enabled websocket are sent to the namespace', async (t) => {
  const gateway = await startGateway(t);
  const shop = await gateway.addShop('shop', ['CALL']);
  const other = await gateway.addShop('other', []);
  const key = { query: { apikey: GLOBAL_KEY } };
  const envelopes = collect(await gateway.open('/shop', key), 1);
  const witness = await gateway.open('/other', key);
  /** Emits what must not be sent, and waits until what came after it was. */
  const emitUnheard = async (n: number) => {
    const after = collect(witness, 1);
    await gateway.emit(shop, n);
    await gateway.emit(other, n);
    await after;
  };
  await emitUnheard(1);
  await upsertWebsocket(gateway.db, shop, { enabled: 0, events: [] });
  await emitUnheard(2);
  await upsertWebsocket(gateway.db, shop, { enabled: 1, events: [] });
  await gateway.emit(shop, 3);
  assert.deepEqual(
    (await envelopes).map((envelope) => envelope.data),
    [{ message: '3', statusCode: 500 }],
  );
});

test('in global mode the root namespace gets every event, a token’s only its own', async (t) => {
  const gateway = await startGateway(t, { globalEvents: true });
  const shop = await gateway.addShop('shop');
  const other = await gateway.addShop('other');
  const all = collect(await gateway.open('/', { query: { apikey: GLOBAL_KEY } }), 2);
  const own = collect(await gateway.open('/', { query: { apikey: 'hash of shop' } }), 1);
  await gateway.emit(other, 1);
  await gateway.emit(shop, 2);
  assert.deepEqual(
    (await all).map((envelope) => envelope.instance),
    ['other', 'shop'],
  );
  assert.deepEqual(
    (await own).map((envelope) => envelope.instance),
    ['shop'],
  );
});

test('what clients send is ignored', async (t) => {
  const gateway = await startGateway(t);
  const shop = await gateway.addShop('shop', []);
  const socket = await gateway.open('/shop', { query: { apikey: GLOBAL_KEY } });
  socket.emit('subscribe', { instance: 'shop' });
  socket.emit('sendNode', { instanceId: shop, stanza: {} });
  const envelopes = collect(socket, 1);
  await gateway.emit(shop, 1);
  assert.equal((await envelopes).length, 1);
});
