import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import pino from 'pino';
import { createWebhookDelivery } from '../../server/delivery/webhooks.ts';
import { createBus } from '../../server/events/bus.ts';
import { createRecorder } from '../../server/events/record.ts';
import { createOutbound } from '../../server/outbound/outbound.ts';
import { openDatabase } from '../../server/store/db.ts';
import { updateInstance } from '../../server/store/instances.ts';
import type { Db } from '../../server/store/schema.ts';
import { upsertWebhook, type WebhookValues } from '../../server/store/webhooks.ts';
import { addInstance, testDatabase, WEBHOOK } from '../store/fixtures.ts';
import { startReceiver } from './receiver.ts';

const logger = pino({ level: 'silent' });
const RETRY = {
  ...{ initialDelayMs: 1, maxDelayMs: 4, jitter: 0, maxAgeMs: 86_400_000 },
  nonRetryable: [400, 401, 403, 404, 422],
};

test('an event arrives as the contract shows it', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t, { tokenOf: async (id) => `token of ${id}` });
  const id = await gateway.addShop('shop', { url: `${receiver.url}/hook?a=1`, headers: { 'X-Own': 'v' } });
  await updateInstance(gateway.db, id, { owner_jid: '5511988887777@s.whatsapp.net' });
  await gateway.emit(id, 1);

  const [request] = await receiver.until(1);
  assert.deepEqual([request?.method, request?.url], ['POST', '/hook?a=1']);
  const { date_time: dateTime, ...body } = request?.body ?? assert.fail();
  assert.deepEqual(body, {
    event: 'qrcode.updated',
    instance: 'shop',
    data: { message: '1', statusCode: 500 },
    destination: `${receiver.url}/hook?a=1`,
    sender: '5511988887777@s.whatsapp.net',
    server_url: 'https://gw.test',
    apikey: `token of ${id}`,
  });
  assert.equal(new Date(dateTime).toISOString(), dateTime);
  const { headers } = request ?? assert.fail();
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['user-agent'], 'Zapgate/test');
  assert.equal(headers['x-own'], 'v');
  assert.match(String(headers['x-delivery-id']), /^[0-9a-f-]{36}$/);
  await gateway.stop();
  assert.deepEqual(await gateway.deliveries(), []);
});

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
    [['dead', 1, 'HTTP 422']],
  );
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
  await upsertWebhook(after, id, { ...WEBHOOK, url: receiver.url });
  await startGateway(t, {}, after);
  const requests = await receiver.until(2);
  assert.deepEqual(messages(requests), ['1', '2']);
  assert.equal(requests[0]?.headers['x-delivery-id'], down.received[0]?.headers['x-delivery-id']);
});

test('byEvents posts below the URL, before its query', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: `${receiver.url}/hook/?a=1`, by_events: 1 });
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  assert.equal(request?.url, '/hook/qrcode-updated?a=1');
  assert.equal(request?.body.destination, `${receiver.url}/hook/?a=1`);
});

test('a jwt_key signs the request and is not sent itself; the connection stays ours', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const headers = {
    jwt_key: 'secret',
    Host: 'evil.test',
    'Content-Length': '1',
    'Transfer-Encoding': 'chunked',
  };
  const id = await gateway.addShop('shop', { url: receiver.url, headers });
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  assert.equal(request?.headers.jwt_key, undefined);
  assert.equal(`http://${request?.headers.host}`, receiver.url);
  const [head, claims, signature] = String(request?.headers.authorization).replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url');
  assert.equal(signature, expected);
  const { iat, exp, ...rest } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
  assert.equal(exp - iat, 600);
  assert.deepEqual(rest, { app: 'evolution', action: 'webhook' });
});

function messages(requests: { body: { data: unknown } }[]): string[] {
  return requests.map(({ body }) => (body.data as { message: string }).message);
}

type Options = Partial<Parameters<typeof createWebhookDelivery>[0]>;

async function startGateway(t: TestContext, options: Options = {}, database?: Db) {
  const db = database ?? (await testDatabase(t));
  const bus = createBus(logger);
  const record = createRecorder(db, bus);
  const outbound = createOutbound({ allow: ['private'] });
  const common = { serverUrl: 'https://gw.test', userAgent: 'Zapgate/test', timeoutMs: 10_000, retry: RETRY };
  const delivery = createWebhookDelivery({ db, bus, outbound, logger, ...common, ...options });
  await delivery.start();
  const ids = new Map<string, string>();
  const stop = async () => {
    await delivery.stop();
    await outbound.close();
  };
  t.after(stop);
  return {
    db,
    stop,
    /** Adds the instance, or gives the one there is another webhook. */
    async addShop(name: string, webhook: Partial<WebhookValues>) {
      const id = ids.get(name) ?? (await addInstance(db, name)).id;
      ids.set(name, id);
      await upsertWebhook(db, id, { ...WEBHOOK, instance_name: name, ...webhook });
      return id;
    },
    emit: (id: string, n: number) =>
      record(id, async () => ({
        result: undefined,
        events: [{ type: 'qrcode.updated', data: { message: String(n), statusCode: 500 } }],
      })),
    deliveries: () => db.selectFrom('delivery').selectAll().execute(),
  };
}
