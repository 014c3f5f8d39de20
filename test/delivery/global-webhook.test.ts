import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { type GlobalWebhook, setGlobalWebhook } from '../../server/delivery/global-webhook.ts';
import type { Db } from '../../server/store/schema.ts';
import { startReceiver } from './receiver.ts';
import { messages, seals, startGateway } from './webhook-gateway.ts';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const OLD_SECRET = `whsec_${Buffer.alloc(32, 2).toString('base64')}`;

const WANTED: GlobalWebhook = {
  ...{ enabled: true, url: 'https://h.test', byEvents: false, base64: false },
  ...{ events: ['QRCODE_UPDATED'], secrets: [] },
};

const set = (db: Db, wanted: Partial<GlobalWebhook>) =>
  setGlobalWebhook(db, seals, pino({ level: 'silent' }), { ...WANTED, ...wanted });

test('it gets the events of every instance beside their own webhooks, those of each in order', async (t) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const global = await startReceiver(t, async (n) => {
    if (n === 1) await released;
    return { status: 200 };
  });
  const own = await startReceiver(t);
  const gateway = await startGateway(t);
  await set(gateway.db, { url: `${global.url}/all`, secrets: [SECRET, OLD_SECRET] });
  const shop = await gateway.addShop('shop', { url: own.url });
  const bar = await gateway.addShop('bar', { url: own.url, enabled: 0 });
  // Only a receiver that has taken something gets more than one request at a time.
  await gateway.emit(shop, 0);
  await global.until(1);
  await gateway.emit(shop, 1);
  await global.until(2);
  await gateway.emit(shop, 2);
  await gateway.emit(bar, 3);
  assert.deepEqual(
    messages(await global.until(3)),
    ['0', '1', '3'],
    'an instance that is slow delays itself alone',
  );
  release();
  assert.deepEqual(messages(await global.until(4)), ['0', '1', '3', '2']);
  assert.deepEqual(messages(await own.until(3)), ['0', '1', '2']);
  const [request] = global.received;
  assert.equal(request?.url, '/all');
  assert.equal(request?.body.destination, `${global.url}/all/qrcode-updated`);
  assert.equal(String(request?.headers['webhook-signature']).split(' ').length, 2);
});

test('it sends each event to its own path, where that is wanted', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  await set(gateway.db, { url: receiver.url, byEvents: true });
  await gateway.emit(await gateway.addShop('shop', { enabled: 0 }), 1);
  const [request] = await receiver.until(1);
  assert.equal(request?.url, '/qrcode-updated');
  assert.equal(request?.headers['webhook-id'], undefined, 'without a secret it is not signed');
});

for (const off of [{ enabled: false, url: '' }, { events: [] }]) {
  test(`set to ${JSON.stringify(off)} it gets nothing, and forgets what it was to get`, async (t) => {
    const down = await startReceiver(t, () => ({ status: 500 }));
    const gateway = await startGateway(t);
    const id = await gateway.addShop('shop', { enabled: 0 });
    await set(gateway.db, off);
    await gateway.emit(id, 1);
    assert.deepEqual(await gateway.deliveries(), []);
    await set(gateway.db, { url: down.url });
    await gateway.emit(id, 2);
    await down.until(1);
    await gateway.stop();
    assert.equal((await gateway.deliveries()).length, 1);
    await set(gateway.db, off);
    assert.deepEqual(await gateway.deliveries(), []);
  });
}

test('what is set anew replaces what was', async (t) => {
  const { db } = await startGateway(t);
  await set(db, { secrets: [SECRET, OLD_SECRET], base64: true });
  await set(db, { url: 'https://other.test', events: ['CALL'], secrets: [SECRET] });
  const [row] = await db.selectFrom('webhook').selectAll().execute();
  assert.ok(row);
  assert.partialDeepStrictEqual(row, {
    url: 'https://other.test',
    events: '["CALL"]',
    base64: 0,
    enabled: 1,
  });
  assert.deepEqual(seals.open('global', row), { headers: {}, secrets: [SECRET] });
});
