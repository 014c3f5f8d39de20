import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import {
  backlogQuery,
  countDeadLetters,
  deadLettersQuery,
  listBacklogs,
} from '../../server/store/backlogs.ts';
import type { Db } from '../../server/store/schema.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addGlobalWebhook, addInstance, queryPlan, testDatabase, WEBHOOK } from './fixtures.ts';

interface Queue {
  webhook: string;
  instance: { id: string; name: string };
  channel?: string;
  count: number;
}

/** Queues events of whom the first tenth was given up and the next one waits since 1000. */
async function queue(db: Db, { webhook, instance, channel = '', count }: Queue): Promise<void> {
  const ids = sql`${`${webhook} ${instance.id} ${channel} `} || i`;
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  await sql`insert into event (id, instance_id, seq, instance_name, type, data, created_at)
    ${numbers} select ${ids}, ${instance.id}, i, ${instance.name}, 'call', '{}', 0 from n
    where true on conflict do nothing`.execute(db);
  await sql`insert into delivery (id, webhook_id, event_id, instance_id, channel, seq, state, next_attempt_at,
    queued_at, created_at)
    ${numbers} select ${ids}, ${webhook}, (select id from event where instance_id = ${instance.id} and seq = i),
      ${instance.id}, ${channel}, i, case when i <= ${count / 10} then 'dead' else 'pending' end, 0,
      999 + i - ${count / 10}, 0 from n`.execute(db);
}

test('backlogs count what is pending lane by lane, and know the first of it', async (t) => {
  const db = await testDatabase(t);
  const shop = await addInstance(db);
  await addInstance(db, 'quiet');
  const own = (await upsertWebhook(db, shop.id, WEBHOOK)).id;
  const everybodys = await addGlobalWebhook(db);
  assert.deepEqual([await listBacklogs(db), await countDeadLetters(db)], [[], []]);
  await queue(db, { webhook: own, instance: shop, count: 1000 });
  await queue(db, { webhook: own, instance: shop, channel: 'a replay', count: 20 });
  await queue(db, { webhook: everybodys, instance: shop, count: 30 });
  await queue(db, { webhook: everybodys, instance: { id: 'deleted', name: 'gone' }, count: 40 });
  const backlogs = await listBacklogs(db);
  assert.deepEqual(
    backlogs.sort((a, b) => b.pending - a.pending),
    [
      { instance_name: 'shop', pending: 900, oldest_at: 1000 },
      { instance_name: 'gone', pending: 36, oldest_at: 1000 },
      { instance_name: 'shop', pending: 27, oldest_at: 1000 },
      { instance_name: 'shop', pending: 18, oldest_at: 1000 },
    ],
  );
  assert.deepEqual(
    (await countDeadLetters(db)).sort((a, b) => a.dead - b.dead),
    [
      { instance_name: 'gone', dead: 4 },
      { instance_name: 'shop', dead: 105 },
    ],
  );
});

test('backlogs and dead letters are counted by the indexes of what is pending, and dead, alone', async (t) => {
  const db = await testDatabase(t);
  const shop = await addInstance(db);
  await queue(db, { webhook: await addGlobalWebhook(db), instance: shop, count: 1000 });
  await sql`analyze`.execute(db);
  assert.deepEqual(await queryPlan(db, backlogQuery(db)), [
    'CO-ROUTINE lane',
    'SCAN delivery USING COVERING INDEX delivery_lane',
    'SCAN lane',
    'SEARCH delivery USING INDEX delivery_lane (webhook_id=? AND instance_id=? AND channel=? AND seq=?)',
    'SEARCH event USING INDEX sqlite_autoindex_event_1 (id=?)',
  ]);
  assert.deepEqual(await queryPlan(db, deadLettersQuery(db)), [
    'CO-ROUTINE letters',
    'SCAN delivery USING COVERING INDEX delivery_dead',
    'SCAN letters',
    'SEARCH delivery USING INDEX sqlite_autoindex_delivery_1 (id=?)',
    'SEARCH event USING INDEX sqlite_autoindex_event_1 (id=?)',
  ]);
});
