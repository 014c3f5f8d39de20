import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  endsOfLog,
  type LogPlace,
  MOST_LOOKED_AT,
  placeInLog,
  readLog,
} from '../../server/store/event-log.ts';
import { appendEvents } from '../../server/store/events.ts';
import { deleteInstance, findInstanceById } from '../../server/store/instances.ts';
import type { Db } from '../../server/store/schema.ts';
import { placeInWholeLog, readWholeLog } from '../../server/store/whole-log.ts';
import { addInstance, testDatabase } from './fixtures.ts';

const START: LogPlace = { id: null, seq: 0 };
const NEVER = '01957a1b-5c2f-7d3e-8a4b-000000000001';

const append = (db: Db, instanceId: string, count: number, type = 'call') =>
  appendEvents(
    db,
    instanceId,
    Array.from({ length: count }, (_, index) => ({ type, data: { index, text: 'ação 🎉' } })),
  );

test('a log is read page by page, and tells where it goes on', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await append(db, (await addInstance(db, 'other')).id, 3);
  const events = await append(db, id, 5);
  const first = await readLog(db, id, START, { limit: 3 });
  assert.deepEqual(first.events, events.slice(0, 3));
  assert.deepEqual([first.hasMore, first.gap], [true, undefined]);
  const rest = await readLog(db, id, first.next, { limit: 3 });
  assert.deepEqual(rest.events, events.slice(3));
  assert.deepEqual([rest.hasMore, rest.next], [false, { id: events[4]?.id, seq: 5 }]);
  assert.deepEqual((await readLog(db, id, rest.next, { limit: 3 })).next, rest.next);
  assert.deepEqual(await endsOfLog(db, id), { start: START, end: rest.next });
});

test('a page looks at a bounded number of events, however few are wanted', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  for (let n = 0; n < MOST_LOOKED_AT; n += 1_000) await append(db, id, 1_000);
  const [rare] = await append(db, id, 1, 'rare');
  const first = await readLog(db, id, START, { limit: 10, types: ['rare'] });
  assert.deepEqual([first.events, first.next.seq, first.hasMore], [[], MOST_LOOKED_AT, true]);
  const second = await readLog(db, id, first.next, { limit: 10, types: ['rare'] });
  assert.deepEqual([second.events, second.hasMore], [[rare], false]);
  const none = await readLog(db, id, START, { limit: 10, types: [] });
  assert.deepEqual([none.events, none.next], [[], first.next]);
});

test('what was pruned is a gap, told once; what never was has no place', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const foreign = await append(db, (await addInstance(db, 'other')).id, 1);
  const [one, two, three, four] = await append(db, id, 4);
  assert.equal(await placeInLog(db, id, NEVER), undefined);
  await db.deleteFrom('event').where('instance_id', '=', id).where('seq', '<', 3).execute();

  const place = await placeInLog(db, id, one?.id ?? '');
  assert.deepEqual(place, { id: one?.id, seq: 0 });
  const page = await readLog(db, id, place ?? START, { limit: 1 });
  assert.deepEqual([page.events, page.gap], [[three], { after: one?.id, oldest: three?.id }]);
  const next = await readLog(db, id, page.next, { limit: 1 });
  assert.deepEqual([next.events, next.gap], [[four], undefined]);
  // Somebody who was reading when it was pruned.
  const overtaken = await readLog(db, id, { id: one?.id ?? '', seq: 1 }, { limit: 1 });
  assert.deepEqual(overtaken.gap, { after: one?.id, oldest: three?.id });

  for (const unknown of [foreign[0]?.id ?? '', 'yesterday', '3b0f0c52-8c1d-4f57-9b44-2f9d0e7f1a10'])
    assert.equal(await placeInLog(db, id, unknown), undefined);

  await db.deleteFrom('event').where('instance_id', '=', id).execute();
  const end = await readLog(db, id, (await placeInLog(db, id, two?.id ?? '')) ?? START, { limit: 1 });
  assert.deepEqual([end.events, end.gap?.oldest, end.next.seq, end.hasMore], [[], null, 4, false]);
});

test('a log is over when its instance is gone and all of it is read', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await append(db, id, 2);
  assert.equal((await readLog(db, id, START, { limit: 2 })).isOver, false);
  await deleteInstance(db, id);
  const first = await readLog(db, id, START, { limit: 1 });
  assert.equal(first.isOver, false);
  assert.equal((await readLog(db, id, first.next, { limit: 1 })).isOver, true);
});

test('the log of all instances is in the order in which it was written', async (t) => {
  const db = await testDatabase(t);
  const one = await addInstance(db, 'one');
  const two = await addInstance(db, 'two');
  const events = [];
  for (const { id } of [one, two, one, two]) events.push(...(await append(db, id, 1)));
  const [first, second, third] = events;
  const place = await placeInWholeLog(db, first?.id ?? '');
  const page = await readWholeLog(db, place ?? START, 2);
  assert.deepEqual([page.events, page.hasMore, page.gap], [events.slice(1, 3), true, undefined]);
  const rest = await readWholeLog(db, page.next, 2);
  assert.deepEqual([rest.events, rest.hasMore], [events.slice(3), false]);

  await db
    .deleteFrom('event')
    .where('id', '<=', second?.id ?? '')
    .execute();
  const pruned = await placeInWholeLog(db, first?.id ?? '');
  const { gap } = await readWholeLog(db, pruned ?? START, 1);
  assert.deepEqual(gap, { after: first?.id, oldest: third?.id });
  assert.equal(await placeInWholeLog(db, 'ffffffff-ffff-7000-8000-000000000000'), undefined);
});

test('an instance knows how much the log holds of it', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  await appendEvents(db, id, [
    { type: 'call', data: 'ação 🎉' },
    { type: 'messages.set', data: [], extra: { isLatest: true } },
  ]);
  const bytes = ['"ação 🎉"', '[]', '{"isLatest":true}'].map((text) => Buffer.byteLength(text));
  assert.equal(
    (await findInstanceById(db, id))?.event_bytes,
    bytes.reduce((sum, one) => sum + one),
  );
});
