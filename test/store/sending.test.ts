import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findIdempotencyKey,
  insertIdempotencyKey,
  KEPT_MS,
  oldKeys,
} from '../../server/store/idempotency-keys.ts';
import {
  acknowledgeOutboxRow,
  findOutboxRow,
  finishOutboxRow,
  insertOutboxRow,
  outboxAfter,
  outboxQuery,
} from '../../server/store/outbox.ts';
import { addInstance, queryPlan, testDatabase } from './fixtures.ts';

const row = (instance_id: string, key_id: string) => ({
  ...{ instance_id, key_id, sender: 'me@s.whatsapp.net', jid: 'ana@s.whatsapp.net' },
  ...{ edit: null, nodes: null, audience: null },
});

test('the outbox is read oldest first, a page at a time, by its index', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  for (const keyId of ['A', 'B', 'C']) await insertOutboxRow(db, row(id, keyId));
  const until = Date.now();
  const [first, second] = await outboxAfter(db, id, '', until, 2);
  assert.deepEqual([first?.key_id, second?.key_id], ['A', 'B']);
  const rest = await outboxAfter(db, id, second?.id ?? '', until, 2);
  assert.deepEqual(
    rest.map(({ key_id }) => key_id),
    ['C'],
  );
  const plan = await queryPlan(db, outboxQuery(db, id, '', until, 2));
  assert.equal(plan.length, 1);
  assert.match(plan[0] ?? '', /USING INDEX outbox_by_age/);
});

test('an acknowledgement ends a row, but not that of a status which some have yet to get', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await insertOutboxRow(db, row(id, 'A'));
  await insertOutboxRow(db, { ...row(id, 'S'), audience: ['ana@s.whatsapp.net'], unfinished: 1 });
  for (const keyId of ['A', 'S']) await acknowledgeOutboxRow(db, id, keyId);
  assert.equal(await findOutboxRow(db, id, 'A'), undefined);
  assert.deepEqual((await findOutboxRow(db, id, 'S'))?.audience, ['ana@s.whatsapp.net']);
  await finishOutboxRow(db, id, 'S');
  await acknowledgeOutboxRow(db, id, 'S');
  assert.equal(await findOutboxRow(db, id, 'S'), undefined);
});

test('an answer is kept for a day; old ones go a few at a time, found by their index', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const answer = { key: { id: 'A' } };
  for (let n = 0; n < 25; n += 1)
    await insertIdempotencyKey(db, {
      instance_id: id,
      key: `old ${n}`,
      fingerprint: 'f',
      status: 201,
      answer,
    });
  await db
    .updateTable('idempotency_key')
    .set({ created_at: Date.now() - KEPT_MS })
    .execute();
  assert.equal(await findIdempotencyKey(db, id, 'old 1'), undefined);
  for (const key of ['new', 'old 24'])
    await insertIdempotencyKey(db, { instance_id: id, key, fingerprint: 'g', status: 201, answer });
  const left = await db.selectFrom('idempotency_key').select('key').execute();
  assert.equal(left.length, 25 + 2 - 20 - 1);
  assert.deepEqual(await findIdempotencyKey(db, id, 'old 24'), {
    ...{ instance_id: id, key: 'old 24', fingerprint: 'g', status: 201, answer },
  });
  const plan = await queryPlan(db, oldKeys(db));
  assert.match(plan.join('\n'), /USING INDEX idempotency_key_by_age/);
  assert.equal(plan.length, 1);
});
