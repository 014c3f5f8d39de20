import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSeqAt } from '../../server/store/event-window.ts';
import { testDatabase } from './fixtures.ts';
import { fillLog } from './full-log.ts';

test('the first event at a time is found, whatever is pruned and wherever the window ends', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, start } = await fillLog(db, 1_000);
  await db.deleteFrom('event').where('seq', '<', 100).execute();
  const window = { first: 100, last: 1_000 };
  const at = (time: number) => firstSeqAt(db, instanceId, time, window);
  for (const seq of [100, 101, 549, 550, 999, 1_000]) assert.equal(await at(start + seq - 1), seq);
  assert.equal(await at(0), 100);
  assert.equal(await at(start + 1_000), 1_001);
  assert.equal(await firstSeqAt(db, instanceId, start + 699, { first: 200, last: 300 }), 301);
});
