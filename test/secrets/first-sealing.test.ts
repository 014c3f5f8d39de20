import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { openVault } from '../../server/secrets/encryption.ts';
import { sealFirst } from '../../server/secrets/first-sealing.ts';
import { migrations } from '../../server/store/migrations/index.ts';
import { fill, filled, ID, inFolder, readAll, testFolder } from './stored.ts';

const KEY = Buffer.alloc(32, 9);

/** A database as the first versions left it, with its key file. */
async function writeFirstVersion(dataDir: string, keyInUse = KEY): Promise<void> {
  writeFileSync(join(dataDir, 'encryption.key'), `${KEY.toString('hex')}\n`);
  const sqlite = new Sqlite(join(dataDir, 'zapgate.db'));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateTo('010-proxy');
  assert.equal(error, undefined);
  const run = (sql: string, ...values: unknown[]) => sqlite.prepare(sql).run(...values);
  run(
    `insert into instance (id, name, name_key, integration, token_hash, token_sealed, created_at, updated_at)
     values (?, 'shop', 'shop', 'WHATSAPP-BAILEYS', 'hash', ?, 1, 1)`,
    ID,
    sealAsThen('the token', keyInUse),
  );
  run(
    `insert into proxy (id, instance_id, enabled, protocol, host, port, password_sealed, created_at, updated_at)
     values ('p', ?, 1, 'http', 'proxy.test', '8080', ?, 1, 1)`,
    ID,
    sealAsThen('the password', keyInUse),
  );
  run(
    `insert into webhook (id, instance_id, instance_name, url, headers, enabled, events, by_events, base64, created_at,
     updated_at) values ('w', ?, 'shop', 'https://h.test', '{"authorization":"the headers"}', 1, '[]', 0, 0, 1, 1)`,
    ID,
  );
  run(`insert into credential values (?, 'the credentials', 1)`, ID);
  for (const n of [0, 1, 2])
    run(`insert into signal_key values (?, 'session', ?, ?)`, ID, `${n}`, `key ${n}`);
  await db.destroy();
}

function sealAsThen(text: string, key: Buffer): string {
  const iv = Buffer.alloc(12, 3);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

for (const [name, key] of Object.entries({
  'its key file': undefined,
  'a configured key': Buffer.alloc(32, 1),
})) {
  test(`a database of the first versions is encrypted at its first start, with ${name}`, async (t) => {
    const dataDir = testFolder(t);
    await writeFirstVersion(dataDir);
    const open = () => inFolder(dataDir, async (db) => readAll(db, await openVault(db, { dataDir, key })));
    assert.deepEqual(await open(), filledFirst());
    assert.deepEqual(await open(), filledFirst());
    assert.deepEqual(plainIn(dataDir), []);
  });
}

test('cut off before the file was written anew, that is done at the next start', async (t) => {
  const dataDir = testFolder(t);
  await writeFirstVersion(dataDir);
  const key = Buffer.alloc(32, 1);
  await inFolder(dataDir, (db) => sealFirst(db, key, KEY));
  assert.ok(plainIn(dataDir).length > 0, 'what was replaced is in the file still');
  await inFolder(dataDir, (db) => openVault(db, { dataDir, key }));
  assert.deepEqual(plainIn(dataDir), []);
});

test('headers that a later version kept as they are are encrypted at the next start, and nothing else', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: KEY };
  await inFolder(dataDir, async (db) => {
    await fill(db, await openVault(db, source));
    await db.updateTable('webhook').set({ headers: '{"authorization":"the headers"}' }).execute();
    await sql`pragma user_version = 1`.execute(db);
  });
  assert.deepEqual(plainIn(dataDir), ['the headers']);
  const open = () => inFolder(dataDir, async (db) => readAll(db, await openVault(db, source)));
  assert.deepEqual(await open(), filled());
  assert.deepEqual(plainIn(dataDir), []);
  assert.deepEqual(await open(), filled());
});

test('one whose key file is another is refused, and stays as it is', async (t) => {
  const dataDir = testFolder(t);
  await writeFirstVersion(dataDir, Buffer.alloc(32, 4));
  const open = () =>
    inFolder(dataDir, async (db) => readAll(db, await openVault(db, { dataDir, key: undefined })));
  await assert.rejects(open(), /encryption\.key in the data folder does not open/);
  writeFileSync(join(dataDir, 'encryption.key'), Buffer.alloc(32, 4).toString('hex'));
  assert.deepEqual(await open(), filledFirst());
});

/** Webhooks had no secrets. */
const filledFirst = (): string[] => filled().filter((value) => !value.endsWith('secret'));

/** The values that can be read in the files as they are. */
function plainIn(dataDir: string): string[] {
  const files = readdirSync(dataDir).map((file) => readFileSync(join(dataDir, file)));
  return filled().filter((plain) => files.some((bytes) => bytes.includes(plain)));
}
