import assert from 'node:assert/strict';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { settleDelivery } from '../../server/store/attempts.ts';
import { saveCredentials } from '../../server/store/credentials.ts';
import { openDatabase, transaction } from '../../server/store/db.ts';
import { enqueueDeliveries, nextDeliveries } from '../../server/store/deliveries.ts';
import { appendEvents } from '../../server/store/events.ts';
import { deleteInstance, findInstanceByName } from '../../server/store/instances.ts';
import { insertMessage } from '../../server/store/message-insert.ts';
import { setMessageStatus } from '../../server/store/message-status.ts';
import type { Database, Db } from '../../server/store/schema.ts';
import { insertSettings } from '../../server/store/settings.ts';
import { setSignalKeys } from '../../server/store/signal-keys.ts';
import { findWebhook, upsertWebhook } from '../../server/store/webhooks.ts';
import { upsertWebsocket } from '../../server/store/websockets.ts';
import { addInstance, keyChanges, newMessage, testDatabase, WEBHOOK } from './fixtures.ts';

test('a file is made with its folder, for its owner only, and opened again as it was', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'data', 'gateway.db');
  const first = await openDatabase(file);
  await addInstance(first);
  assert.equal((await stat(file)).mode & 0o077, 0);
  assert.equal((await stat(`${file}-wal`)).mode & 0o077, 0);
  await first.destroy();
  const second = await openDatabase(file);
  t.after(() => second.destroy());
  assert.ok(await findInstanceByName(second, 'shop'));
  const { rows } = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(second);
  assert.equal(rows[0]?.journal_mode, 'wal');
});

test('a transaction is all or nothing, and one within it is part of it', async (t) => {
  const db = await testDatabase(t);
  const failure = transaction(db, async (tx) => {
    const { id } = await addInstance(tx);
    await insertMessage(tx, newMessage(id));
    throw new Error('failed');
  });
  await assert.rejects(failure, /failed/);
  assert.deepEqual(await counts(db, 'instance', 'message'), [0, 0]);
});

test('transactions run in the order in which they are asked for, also when one has just ended', async (t) => {
  const db = await testDatabase(t);
  const order: string[] = [];
  const run = (name: string) => transaction(db, async () => void order.push(name));
  const late: Promise<void>[] = [];
  const first = run('a').then(() => {
    late.push(run('d'));
  });
  await Promise.all([first, run('b'), run('c')]);
  await Promise.all(late);
  assert.deepEqual(order, ['a', 'b', 'c', 'd']);
});

test('deleting an instance leaves nothing of it but its events', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await fill(db, id);
  await upsertWebhook(db, id, WEBHOOK);
  await deleteInstance(db, id);
  const tables = ['instance', 'setting', 'credential', 'signal_key', 'message', 'message_update'] as const;
  assert.deepEqual(await counts(db, ...tables, 'websocket', 'webhook', 'delivery'), Array(9).fill(0));
  assert.deepEqual(await counts(db, 'event'), [1]);
  await addInstance(db);
});

test('a webhook with pending deliveries outlives its instance until the last of them', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const webhook = await upsertWebhook(db, id, WEBHOOK);
  const events = await appendEvents(db, id, [
    { type: 'call', data: 1 },
    { type: 'call', data: 2 },
  ]);
  await enqueueDeliveries(db, webhook.id, events);
  await deleteInstance(db, id);
  for (const data of [1, 2]) {
    assert.equal((await findWebhook(db, id))?.retired, 1);
    const [next] = await nextDeliveries(db, { webhookId: webhook.id, instanceId: id, channel: '' }, 1);
    assert.equal(next?.event.data, data);
    const delivered = { started_at: 1, duration_ms: 2, status: 200, error: null };
    await settleDelivery(db, next?.id ?? '', delivered, { state: 'delivered' });
  }
  assert.deepEqual(await counts(db, 'webhook', 'delivery'), [0, 0]);
});

async function fill(db: Db, id: string): Promise<void> {
  await insertSettings(db, id, {});
  await saveCredentials(db, id, Buffer.from('{}'), true);
  await setSignalKeys(db, id, keyChanges({ session: { a: 'x' } }));
  await insertMessage(db, newMessage(id));
  await setMessageStatus(db, id, { id: '3EB0C0FFEE' }, 'READ');
  await upsertWebsocket(db, id, { enabled: 1, events: [] });
  await appendEvents(db, id, [{ type: 'call', data: null }]);
}

async function counts(db: Db, ...tables: (keyof Database)[]): Promise<number[]> {
  const found = [];
  for (const table of tables)
    found.push((await db.selectFrom(table).select(sql`1`.as('one')).execute()).length);
  return found;
}
