import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Compilable, sql } from 'kysely';
import { edgeQuery, logQuery } from '../../server/store/event-log.ts';
import { candidatesQuery } from '../../server/store/event-pruning.ts';
import type { Db } from '../../server/store/schema.ts';
import { wholeLogQuery } from '../../server/store/whole-log.ts';
import { addInstance, queryPlan, testDatabase } from './fixtures.ts';

const EVENTS = 20_000;

/** Events of two instances in turn, each delivered. */
async function fill(db: Db, one: string, two: string): Promise<void> {
  const count = sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(EVENTS)})`;
  await sql`insert into event (id, instance_id, seq, instance_name, type, data, created_at)
    ${count} select printf('01957a1b-0000-7000-8000-%012x', i), case i % 2 when 0 then ${one} else ${two} end,
      i / 2 + 1, 'shop', 'call', '{}', i from n`.execute(db);
  await sql`insert into webhook (id, instance_name, main, url, headers, enabled, events, by_events, base64,
      created_at, updated_at) values ('w', 'shop', 0, 'http://h.test', '{}', 1, '[]', 0, 0, 0, 0)`.execute(
    db,
  );
  await sql`insert into delivery (id, webhook_id, event_id, instance_id, seq, state, next_attempt_at,
      queued_at, created_at)
    select 'd' || id, 'w', id, instance_id, seq, 'delivered', 0, 0, 0 from event`.execute(db);
  await sql`analyze`.execute(db);
}

test('the log is read, followed and pruned by look-ups in an index', async (t) => {
  const db = await testDatabase(t);
  const { id } = await addInstance(db, 'one');
  await fill(db, id, (await addInstance(db, 'two')).id);
  const window = { from: 5_000, until: 10_000, limit: 100 };
  const pruning = { after: '01957a1b', before: '01957a1c', excess: 0 };
  const seq = 'USING INDEX sqlite_autoindex_event_2 (instance_id=?';
  const key = 'USING INDEX sqlite_autoindex_event_1 (id>?';
  const pending = 'USING INDEX delivery_event (event_id=?)';
  const queries: Record<string, [Compilable, ...string[]]> = {
    'list, follow': [logQuery(db, id, window), `SEARCH event ${seq} AND seq>? AND seq<?)`],
    'list of some types': [
      logQuery(db, id, { ...window, types: ['messages.upsert', 'qrcode.updated'] }),
      `SEARCH event ${seq} AND seq>? AND seq<?)`,
    ],
    'the ends of a log': [edgeQuery(db, id, 'desc'), `SEARCH event ${seq})`],
    'follow all instances': [wholeLogQuery(db, '01957a1b', 20), `SEARCH event ${key})`],
    'prune by age': [
      candidatesQuery(db, pruning),
      `SEARCH event ${key} AND id<?)`,
      `SEARCH delivery ${pending}`,
    ],
    'prune by size': [
      candidatesQuery(db, { ...pruning, excess: 1 }),
      `SEARCH event ${key})`,
      `SEARCH delivery ${pending}`,
    ],
    'prune deliveries': [
      db.deleteFrom('delivery').where('event_id', 'in', ['1', '2']),
      'SEARCH delivery USING COVERING INDEX delivery_event (event_id=?)',
      'SEARCH attempt USING COVERING INDEX',
    ],
    'the place of an event': [db.selectFrom('event').select('seq').where('id', '=', 'x'), 'SEARCH event'],
  };
  for (const [name, [query, ...wanted]] of Object.entries(queries)) {
    const plan = await queryPlan(db, query);
    for (const step of wanted)
      assert.ok(
        plan.some((line) => line.startsWith(step)),
        `${name}: ${plan.join('; ')}`,
      );
    assert.ok(!plan.some((line) => /SCAN|TEMP B-TREE/.test(line)), `${name}: ${plan.join('; ')}`);
  }
});
