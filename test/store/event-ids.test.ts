import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../server/store/db.ts';
import { createEventIds, eventIdBound, isEventId } from '../../server/store/event-ids.ts';
import { appendEvents } from '../../server/store/events.ts';
import { findInstanceByName } from '../../server/store/instances.ts';
import { addInstance } from './fixtures.ts';

const NOON = Date.UTC(2025, 2, 4, 12);

function assertAscending(ids: string[]): void {
  assert.ok(ids.every(isEventId));
  assert.deepEqual(ids, [...new Set(ids)].sort());
}

test('ids ascend within a millisecond, with the clock, and while it is set back', () => {
  let now = NOON;
  const ids = createEventIds(() => now);
  const made = Array.from({ length: 1_000 }, ids.next);
  for (const change of [1, 3_600_000, -7_200_000, 5]) {
    now += change;
    made.push(ids.next(), ids.next());
  }
  assertAscending(made);
});

test('ids go on after a given one, also when the clock is behind it', () => {
  const before = createEventIds(() => NOON);
  const log = [before.next(), before.next()];
  const after = createEventIds(() => NOON - 3_600_000);
  after.goOnAfter(log.at(-1) ?? '');
  assertAscending([...log, after.next(), after.next()]);
});

test('a bound is below the ids of its time and above those before it', () => {
  const at = createEventIds(() => NOON).next();
  assert.ok(eventIdBound(NOON) <= at);
  assert.ok(at < eventIdBound(NOON + 1));
  assert.ok(eventIdBound(-1) < at);
});

test('after a restart with the clock set back, new events sort after those of the log', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zapgate-event-ids-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'zapgate.db');
  let db = await openDatabase(file);
  const { id } = await addInstance(db);
  await appendEvents(db, id, [{ type: 'call', data: 1 }]);
  // As if it had been written by another process, an hour ahead of this one's clock.
  const ahead = createEventIds(() => Date.now() + 3_600_000).next();
  await db.updateTable('event').set({ id: ahead }).execute();
  await db.destroy();

  db = await openDatabase(file);
  t.after(() => db.destroy());
  const instance = await findInstanceByName(db, 'shop');
  const later = await appendEvents(db, instance?.id ?? '', [
    { type: 'call', data: 2 },
    { type: 'call', data: 3 },
  ]);
  assertAscending([ahead, ...later.map((event) => event.id)]);
});
