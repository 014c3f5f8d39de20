import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { backlogQuery, listBacklogs } from '../../server/store/backlogs.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, queryPlan, testDatabase, WEBHOOK } from './fixtures.ts';

test('a backlog counts what is pending, knows the first of it, and reads by the index of lanes', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db);
  const webhook = await upsertWebhook(db, id, WEBHOOK);
  const quiet = await addInstance(db, 'quiet');
  await upsertWebhook(db, quiet.id, { ...WEBHOOK, instance_name: 'quiet' });
  await sql`insert into delivery (id, webhook_id, event_id, instance_id, seq, state, next_attempt_at, queued_at,
    created_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
    select 'd' || i, ${webhook.id}, 'e' || i, ${id}, i, case when i <= 100 then 'dead' else 'pending' end, 0, 0,
      1000 + i from n`.execute(db);
  await sql`analyze`.execute(db);
  assert.deepEqual(
    (await listBacklogs(db)).sort((a, b) => a.pending - b.pending),
    [
      { instance_name: 'quiet', pending: 0, oldest_at: null },
      { instance_name: 'shop', pending: 900, oldest_at: 1101 },
    ],
  );
  const plan = (await queryPlan(db, backlogQuery(db))).filter((line) => line.includes('delivery'));
  const by = 'INDEX delivery_lane (webhook_id=? AND instance_id=? AND channel=?)';
  assert.deepEqual(plan, [`SEARCH delivery USING COVERING ${by}`, `SEARCH delivery USING ${by}`]);
});
