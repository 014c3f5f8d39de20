import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  deleteCredentials,
  listLinkedInstances,
  loadCredentials,
  saveCredentials,
} from '../../server/store/credentials.ts';
import { newRowId } from '../../server/store/ids.ts';
import { getSignalKeys, setSignalKeys } from '../../server/store/signal-keys.ts';
import { addInstance, keyChanges, testDatabase, texts } from './fixtures.ts';

test('keys are written, replaced and deleted in one call, by type', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const preKeys = Object.fromEntries(Array.from({ length: 2_500 }, (_, n) => [String(n), `key ${n}`]));
  await setSignalKeys(db, id, keyChanges({ 'pre-key': preKeys, session: { 0: 'session' } }));
  assert.deepEqual(texts(await getSignalKeys(db, id, 'pre-key', Object.keys(preKeys))), preKeys);

  await setSignalKeys(db, id, keyChanges({ 'pre-key': { 1: 'new', 2: null }, session: { 1: 'other' } }));
  assert.deepEqual(texts(await getSignalKeys(db, id, 'pre-key', ['1', '2', '3'])), { 1: 'new', 3: 'key 3' });
  assert.deepEqual(texts(await getSignalKeys(db, id, 'session', ['0', '1'])), { 0: 'session', 1: 'other' });
});

test('keys belong to one instance, and to one that exists', async (t) => {
  const db = await testDatabase(t);
  const one = await addInstance(db, 'one');
  const two = await addInstance(db, 'two');
  await setSignalKeys(db, one.id, keyChanges({ session: { a: 'x' } }));
  assert.deepEqual(texts(await getSignalKeys(db, two.id, 'session', ['a'])), {});
  await assert.rejects(setSignalKeys(db, 'gone', keyChanges({ session: { a: 'x' } })), /FOREIGN KEY/);
});

test('only linked instances are restored', async (t) => {
  const db = await testDatabase(t);
  const one = await addInstance(db, 'one');
  const two = await addInstance(db, 'two');
  await saveCredentials(db, one.id, Buffer.from('a'), false);
  await saveCredentials(db, two.id, Buffer.from('b'), false);
  await saveCredentials(db, two.id, Buffer.from('B'), true);
  assert.deepEqual(await loadCredentials(db, one.id), Buffer.from('a'));
  assert.deepEqual(await loadCredentials(db, two.id), Buffer.from('B'));
  assert.deepEqual(
    (await listLinkedInstances(db)).map((row) => row.name),
    ['two'],
  );
});

test('forgetting the credentials forgets the keys', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await saveCredentials(db, id, Buffer.from('{}'), true);
  await setSignalKeys(db, id, keyChanges({ session: { a: 'x' } }));
  await deleteCredentials(db, id);
  assert.equal(await loadCredentials(db, id), undefined);
  assert.deepEqual(texts(await getSignalKeys(db, id, 'session', ['a'])), {});
});

test('row ids look like cuids, differ, and sort by age', () => {
  const ids = Array.from({ length: 1_000 }, newRowId);
  for (const id of ids) assert.match(id, /^c[a-z0-9]{24}$/);
  assert.deepEqual([...new Set(ids)].sort(), ids);
});
