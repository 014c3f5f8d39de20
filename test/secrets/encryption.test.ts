import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, readEnv } from '../../server/config.ts';
import { CannotStartError } from '../../server/errors.ts';
import { openVault } from '../../server/secrets/encryption.ts';
import { fill, filled, inFolder, readAll, testFolder } from './stored.ts';

const KEY = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 8);

test('without a configured key one is made, for its owner only, and found again', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: undefined };
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source)));
  assert.equal(statSync(join(dataDir, 'encryption.key')).mode & 0o777, 0o600);
  const read = await inFolder(dataDir, async (db) => readAll(db, await openVault(db, source)));
  assert.deepEqual(read, filled());
});

test('with a configured key there is no key file', async (t) => {
  const dataDir = testFolder(t);
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, { dataDir, key: KEY })));
  assert.equal(existsSync(join(dataDir, 'encryption.key')), false);
});

test('another key is refused with words that tell which, and nothing is changed', async (t) => {
  const dataDir = testFolder(t);
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, { dataDir, key: KEY })));
  const file = join(dataDir, 'zapgate.db');
  const before = readFileSync(file);
  const open = (key: Uint8Array | undefined) => inFolder(dataDir, (db) => openVault(db, { dataDir, key }));
  await assert.rejects(open(OTHER), (error: Error) => {
    assert.ok(error instanceof CannotStartError);
    assert.match(error.message, /encrypted with the key [0-9a-f]{8}, but ENCRYPTION_KEY holds another key/);
    return true;
  });
  await assert.rejects(open(undefined), /encryption\.key does not exist/);
  assert.equal(
    existsSync(join(dataDir, 'encryption.key')),
    false,
    'no key is made for a database that has one',
  );
  assert.deepEqual(readFileSync(file), before);
  const read = await inFolder(dataDir, async (db) => readAll(db, await openVault(db, { dataDir, key: KEY })));
  assert.deepEqual(read, filled());
});

test('a key file that was lost, or spoilt, is told of', async (t) => {
  const dataDir = testFolder(t);
  const open = () => inFolder(dataDir, (db) => openVault(db, { dataDir, key: undefined }));
  await open();
  const file = join(dataDir, 'encryption.key');
  renameSync(file, `${file}.backup`);
  await assert.rejects(open(), /encryption\.key does not exist/);
  writeFileSync(file, 'not a key');
  await assert.rejects(open(), /does not hold a key of 64 hex digits/);
  rmSync(file);
  renameSync(`${file}.backup`, file);
  await open();
});

test('ENCRYPTION_KEY is 32 bytes in hex or base64; a wrong one is not shown', () => {
  for (const text of [KEY.toString('hex'), KEY.toString('base64'), KEY.toString('base64url')])
    assert.deepEqual(readEnv({ ENCRYPTION_KEY: text }).encryption.key, KEY);
  for (const text of ['secret', KEY.toString('hex').slice(2), `${KEY.toString('hex')}00`])
    assert.throws(
      () => readEnv({ ENCRYPTION_KEY: text }),
      (error: Error) =>
        error instanceof ConfigError &&
        error.message.startsWith('ENCRYPTION_KEY is not right; it must be 32 bytes') &&
        !error.message.includes(text),
    );
});

test('a data folder is one process’s at a time', async (t) => {
  const dataDir = testFolder(t);
  await inFolder(dataDir, async () => {
    await assert.rejects(
      inFolder(dataDir, async () => {}),
      /in use by another gateway/,
    );
  });
  await inFolder(dataDir, async () => {});
});
