import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { openDatabase } from '../../server/store/db.ts';
import { listLanes, nextDeliveries } from '../../server/store/deliveries.ts';
import { migrations } from '../../server/store/migrations/index.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { findWebhook } from '../../server/store/webhooks.ts';

const LANE = { webhookId: 'w', instanceId: 'i', channel: '' };

/** A file as it was when an instance had one webhook, and a delivery went when it was done with. */
async function oldDatabase(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'migration-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'gateway.db');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo('016-history-part');
  assert.equal(error, undefined);
  await sql`insert into webhook values ('w', 'i', 'shop', 'https://h.test/x', '{"a":"b"}', 1, '["CALL"]', 1, 1, 0,
    10, 20)`.execute(db);
  for (const seq of [1, 2, 3]) {
    await sql`insert into event (id, instance_id, seq, instance_name, type, data, sender, created_at)
      values (${`e${seq}`}, 'i', ${seq}, 'shop', 'call', '{"id":"c"}', null, 30)`.execute(db);
    await sql`insert into delivery values (${`d${seq}`}, 'w', ${`e${seq}`}, 'i', ${seq},
      ${seq === 1 ? 'dead' : 'pending'}, ${seq === 3 ? 0 : 7}, 50, ${seq === 3 ? null : 'HTTP 500'}, 40)`.execute(
      db,
    );
  }
  await db.destroy();
  return file;
}

test('webhooks and deliveries from before are kept: the pending ones are next, the dead ones stay so', async (t) => {
  const db = await openDatabase(await oldDatabase(t));
  t.after(() => db.destroy());
  assert.deepEqual(await listLanes(db), [LANE]);
  const [second, third] = await nextDeliveries(db, LANE, 9);
  assert.deepEqual([second?.id, second?.attempts, second?.queued_at], ['d2', 7, 40]);
  assert.deepEqual(
    [second?.url, second?.headers, second?.event.data],
    ['https://h.test/x', '{"a":"b"}', { id: 'c' }],
  );
  assert.equal(third?.id, 'd3');
  const dead = await db.selectFrom('delivery').selectAll().where('state', '=', 'dead').execute();
  assert.deepEqual(
    dead.map(({ id, attempts, last_error, channel }) => [id, attempts, last_error, channel]),
    [['d1', 7, 'HTTP 500', '']],
  );
  const { main, events, jids, secret_sealed, ...webhook } = (await findWebhook(db, 'i')) ?? assert.fail();
  assert.deepEqual([main, events, jids, secret_sealed], [1, ['CALL'], [], null]);
  assert.deepEqual(
    [webhook.by_events, webhook.base64, webhook.created_at, webhook.updated_at],
    [1, 1, 10, 20],
  );
});

test('a delivery still goes with its webhook', async (t) => {
  const db = await openDatabase(await oldDatabase(t));
  t.after(() => db.destroy());
  await db.deleteFrom('webhook').execute();
  assert.deepEqual(await db.selectFrom('delivery').selectAll().execute(), []);
});
