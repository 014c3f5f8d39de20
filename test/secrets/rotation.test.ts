import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openVault } from '../../server/secrets/encryption.ts';
import { writeNextKey } from '../../server/secrets/key-file.ts';
import { rotateKey } from '../../server/secrets/rotation.ts';
import { createVault } from '../../server/secrets/vault.ts';
import { setSignalKeys } from '../../server/store/signal-keys.ts';
import { fill, filled, ID, inFolder, readAll, testFolder } from './stored.ts';

const KEY = Buffer.alloc(32, 7);
const NEXT = Buffer.alloc(32, 8);
/** More than one page of those that are changed at a time. */
const MANY = 1_234;

test('every value is encrypted with a new key, which takes the place of the one in the folder', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: undefined };
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source), MANY));
  const old = Buffer.from(readFileSync(join(dataDir, 'encryption.key'), 'utf8').trim(), 'hex');
  await inFolder(dataDir, async (db) => {
    const { values, from, to } = await rotateKey(db, source, undefined);
    assert.equal(values, MANY + 6);
    assert.equal(from, createVault(old).keyId);
    assert.notEqual(to, from);
    await assert.rejects(readAll(db, createVault(old), MANY), /Not sealed with key/);
  });
  await inFolder(dataDir, async (db) => {
    assert.deepEqual(await readAll(db, await openVault(db, source), MANY), filled(MANY));
  });
  assert.equal(existsSync(join(dataDir, 'encryption.key.next')), false);
});

test('from one configured key to another', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: KEY };
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source)));
  await inFolder(dataDir, async (db) => {
    await assert.rejects(rotateKey(db, source, undefined), /set NEW_ENCRYPTION_KEY/);
    await assert.rejects(rotateKey(db, { dataDir, key: NEXT }, KEY), /holds another key/);
    await rotateKey(db, source, NEXT);
    await assert.rejects(openVault(db, source), /holds another key/);
    assert.deepEqual(await readAll(db, await openVault(db, { dataDir, key: NEXT })), filled());
  });
});

test('one that was cut off before its commit has not happened', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: undefined };
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source)));
  writeNextKey(dataDir, NEXT);
  await inFolder(dataDir, async (db) => {
    assert.deepEqual(await readAll(db, await openVault(db, source)), filled());
    await rotateKey(db, source, undefined);
    assert.deepEqual(await readAll(db, await openVault(db, source)), filled());
  });
});

test('one that was cut off after its commit has: the next start takes up the new key file', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: undefined };
  const file = join(dataDir, 'encryption.key');
  await inFolder(dataDir, async (db) => fill(db, await openVault(db, source)));
  copyFileSync(file, `${file}.old`);
  await inFolder(dataDir, (db) => rotateKey(db, source, undefined));
  copyFileSync(file, `${file}.next`);
  copyFileSync(`${file}.old`, file);
  await inFolder(dataDir, async (db) => {
    assert.deepEqual(await readAll(db, await openVault(db, source)), filled());
  });
  assert.equal(existsSync(`${file}.next`), false);
});

test('a value that does not open stops it, and all stays as it was', async (t) => {
  const dataDir = testFolder(t);
  const source = { dataDir, key: KEY };
  await inFolder(dataDir, async (db) => {
    await fill(db, await openVault(db, source), MANY);
    await setSignalKeys(db, ID, [{ type: 'tctoken', id: 'spoilt', value: Buffer.from('spoilt') }]);
    await assert.rejects(rotateKey(db, source, NEXT), /Not sealed with key/);
    assert.deepEqual(await readAll(db, await openVault(db, source), MANY), filled(MANY));
  });
});
