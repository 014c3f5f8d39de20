import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTransactionCapability, type SignalDataSet } from '@whiskeysockets/baileys';
import { createLogger } from '../../../server/logger.ts';
import { createVault } from '../../../server/secrets/vault.ts';
import { createAuthStates } from '../../../server/session/auth-state.ts';
import type { Commit } from '../../../server/session/keys/sealed-keys.ts';
import { transaction } from '../../../server/store/db.ts';
import type { Db } from '../../../server/store/schema.ts';
import { addInstance, testDatabase } from '../../store/fixtures.ts';

const vault = createVault(Buffer.alloc(32, 7));
const session = (n: number): SignalDataSet => ({ session: { 'ana.0': { n } as never } });
const OPTIONS = { maxCommitRetries: 2, delayBetweenTriesMs: 1 };

const commitIn =
  (db: Db): Commit =>
  (write) =>
    transaction(db, write);

/** How many keys of a type are stored. */
async function stored(db: Db, type: string): Promise<number> {
  const rows = await db.selectFrom('signal_key').select('id').where('type', '=', type).execute();
  return rows.length;
}

test('credentials come back once a phone has linked them, and fresh ones before', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const first = await createAuthStates(db, vault).load(id, commitIn(db));
  await first.save();
  const second = await createAuthStates(db, vault).load(id, commitIn(db));
  assert.notDeepEqual(second.creds.noiseKey, first.creds.noiseKey);
  second.creds.account = {};
  await second.save();
  const third = await createAuthStates(db, vault).load(id, commitIn(db));
  assert.deepEqual(third.creds.noiseKey, second.creds.noiseKey);
  const { value } = await db.selectFrom('credential').select('value').executeTakeFirstOrThrow();
  assert.ok(!Buffer.from(value).includes('noiseKey'));
});

test('credentials of another key, or another instance, do not open: they are not taken for none', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const { id: other } = await addInstance(db, 'other');
  const { creds, save } = await createAuthStates(db, vault).load(id, commitIn(db));
  creds.account = {};
  await save();
  await assert.rejects(createAuthStates(db, createVault(Buffer.alloc(32, 1))).load(id, commitIn(db)));
  await db
    .insertInto('credential')
    .columns(['instance_id', 'value', 'linked'])
    .expression(
      db.selectFrom('credential').select((eb) => [eb.val(other).as('instance_id'), 'value', 'linked']),
    )
    .execute();
  await assert.rejects(createAuthStates(db, vault).load(other, commitIn(db)));
});

test('a fresh link begins without the keys of the one before', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const states = createAuthStates(db, vault);
  const before = await states.load(id, commitIn(db));
  await before.keys.set(session(1));
  const { keys } = await states.load(id, commitIn(db));
  assert.deepEqual(await keys.get('session', ['ana.0']), {});
  assert.equal(await stored(db, 'session'), 0);
});

test('links of one instance that follow each other see what the other wrote', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const states = createAuthStates(db, vault);
  const first = await states.load(id, commitIn(db));
  first.creds.account = {};
  await first.save();
  const second = await states.load(id, commitIn(db));
  assert.deepEqual(await second.keys.get('session', ['ana.0']), {});
  await first.keys.set(session(1));
  assert.deepEqual(await second.keys.get('session', ['ana.0']), { 'ana.0': { n: 1 } });
});

test('a commit that fails leaves what was there, in the database and for who asks', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  let failures = 0;
  const commit: Commit = (write) =>
    transaction(db, async (tx) => {
      await write(tx);
      if (failures-- > 0) throw new Error('no disk');
    });
  const { keys } = await createAuthStates(db, vault).load(id, commit);
  await keys.set({ ...session(1), 'sender-key': { team: Buffer.from('one') } });
  failures = 1;
  await assert.rejects(async () => keys.set({ ...session(2), 'sender-key': { team: null } }), /no disk/);
  assert.deepEqual(await keys.get('session', ['ana.0']), { 'ana.0': { n: 1 } });
  assert.deepEqual(await keys.get('sender-key', ['team']), { team: Buffer.from('one') });
});

test('under Baileys’ transactions all of one is committed or nothing, and it tries again', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  let failures = 0;
  const commit: Commit = (write) =>
    transaction(db, async (tx) => {
      await write(tx);
      if (failures-- > 0) throw new Error('no disk');
    });
  const { keys } = await createAuthStates(db, vault).load(id, commit);
  const signal = addTransactionCapability(keys, createLogger('silent'), OPTIONS);
  const write = (n: number) =>
    signal.transaction(async () => {
      await signal.set(session(n));
      await signal.set({ 'sender-key': { team: Buffer.from(`${n}`) } });
      assert.deepEqual(await keys.get('session', ['ana.0']), n === 1 ? {} : { 'ana.0': { n: 1 } });
    }, 'ana');
  await write(1);
  failures = 2;
  await assert.rejects(write(2), /no disk/);
  assert.deepEqual(await signal.get('session', ['ana.0']), { 'ana.0': { n: 1 } });
  assert.deepEqual(await signal.get('sender-key', ['team']), { team: Buffer.from('1') });
  failures = 1;
  await write(3);
  assert.deepEqual(await signal.get('session', ['ana.0']), { 'ana.0': { n: 3 } });
});

test('pre-keys are stored, each deleted when it was used, and none is kept in memory', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const { keys } = await createAuthStates(db, vault).load(id, commitIn(db));
  const signal = addTransactionCapability(keys, createLogger('silent'), OPTIONS);
  const pair = { public: Buffer.alloc(32, 1), private: Buffer.alloc(32, 2) };
  const many = Object.fromEntries(Array.from({ length: 812 }, (_, n) => [String(n + 1), pair]));
  await signal.transaction(async () => signal.set({ 'pre-key': many }), 'upload');
  assert.equal(await stored(db, 'pre-key'), 812);
  await signal.transaction(async () => {
    assert.deepEqual(await signal.get('pre-key', ['5']), { 5: pair });
    await signal.set({ 'pre-key': { 5: null } });
  }, 'use');
  assert.equal(await stored(db, 'pre-key'), 811);
  await db.deleteFrom('signal_key').where('type', '=', 'pre-key').execute();
  assert.deepEqual(await keys.get('pre-key', ['6', '7']), {}, 'they were asked of the database');
});

test('credentials keep nothing in memory but themselves', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const states = createAuthStates(db, vault);
  const first = await states.load(id, commitIn(db));
  first.creds.account = {};
  await first.save();
  const { creds } = await states.load(id, commitIn(db));
  assert.equal(creds.noiseKey.private.length, 32);
  assert.equal(creds.noiseKey.private.buffer.byteLength, 32);
});
