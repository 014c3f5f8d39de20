import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findInstanceById,
  findInstanceByName,
  findInstanceByTokenHash,
  insertInstance,
  listInstances,
  NameTakenError,
  nameKey,
  TokenTakenError,
  updateInstance,
} from '../../server/store/instances.ts';
import { findSettings, insertSettings, updateSettings } from '../../server/store/settings.ts';
import { findWebsocket, upsertWebsocket } from '../../server/store/websockets.ts';
import { addInstance, testDatabase } from './fixtures.ts';

test('an instance is found by its id, its token and its name in any case', async (t) => {
  const db = await testDatabase(t);
  const row = await addInstance(db, 'Café 7');
  assert.match(row.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  assert.equal(row.connection_status, 'close');
  assert.deepEqual(await findInstanceById(db, row.id), row);
  assert.deepEqual(await findInstanceByTokenHash(db, 'hash of Café 7'), row);
  assert.deepEqual(await findInstanceByName(db, ' CAFE\u0301 7 '), row);
  assert.equal(await findInstanceByName(db, 'cafe 7'), undefined);
});

test('names that differ by case, space or composition alone have one key', () => {
  assert.equal(nameKey(' Cafe\u0301 '), nameKey('CAFÉ'));
  assert.notEqual(nameKey('a b'), nameKey('ab'));
});

test('a name or token that is taken is refused by an error of its own', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db, 'shop');
  await assert.rejects(addInstance(db, 'SHOP'), NameTakenError);
  const other = { name: 'other', integration: 'WHATSAPP-BAILEYS', token_hash: 'hash of shop' };
  await assert.rejects(insertInstance(db, other), TokenTakenError);
  const rows = await db.selectFrom('instance').select('id').execute();
  assert.deepEqual(rows, [{ id }]);
});

test('the list holds settings and websocket, and each filter narrows it', async (t) => {
  const db = await testDatabase(t);
  const first = await addInstance(db, 'first');
  const second = await addInstance(db, 'second');
  await insertSettings(db, first.id, { msg_call: 'busy', reject_call: 1 });
  await insertSettings(db, second.id, {});
  await upsertWebsocket(db, second.id, { enabled: 1, events: ['CALL'] });
  await updateInstance(db, second.id, { owner_jid: '5511988887777@s.whatsapp.net', number: '4930' });

  const all = await listInstances(db);
  assert.deepEqual(
    all.map(({ name, setting, websocket }) => [name, setting.msg_call, websocket?.events]),
    [
      ['first', 'busy', undefined],
      ['second', '', ['CALL']],
    ],
  );
  const names = async (filter: Parameters<typeof listInstances>[1]) =>
    (await listInstances(db, filter)).map((instance) => instance.name);
  assert.deepEqual(await names({ name: 'FIRST' }), ['first']);
  assert.deepEqual(await names({ id: second.id }), ['second']);
  assert.deepEqual(await names({ tokenHash: 'hash of first' }), ['first']);
  assert.deepEqual(await names({ number: '5511988887777' }), ['second']);
  assert.deepEqual(await names({ number: '4930' }), ['second']);
  assert.deepEqual(await names({ name: 'first', id: second.id }), []);
});

test('an update changes what it names and gives the row', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const updated = await updateInstance(db, id, { connection_status: 'open', profile_name: 'Shop' });
  assert.equal(updated?.connection_status, 'open');
  assert.equal(updated?.name, 'shop');
  assert.equal(await updateInstance(db, 'nobody', { profile_name: 'x' }), undefined);
});

test('settings start off and keep what an update does not name', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const first = await insertSettings(db, id, { groups_ignore: 1 });
  assert.deepEqual([first.groups_ignore, first.reject_call, first.msg_call], [1, 0, '']);
  await updateSettings(db, id, { msg_call: 'busy' });
  const stored = await findSettings(db, id);
  assert.deepEqual([stored?.groups_ignore, stored?.msg_call, stored?.id], [1, 'busy', first.id]);
});

test('setting the websocket again keeps its id', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  assert.equal(await findWebsocket(db, id), undefined);
  const first = await upsertWebsocket(db, id, { enabled: 1, events: ['CALL'] });
  const second = await upsertWebsocket(db, id, { enabled: 0, events: [] });
  assert.deepEqual([second.id, second.enabled, second.events], [first.id, 0, []]);
});
