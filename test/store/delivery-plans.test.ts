import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Compilable } from 'kysely';
import { deadLettersQuery, requeueQuery, waitNoMoreQuery } from '../../server/store/dead-letters.ts';
import { nextDeliveriesQuery, nextLaneQueries, openReplaysQuery } from '../../server/store/deliveries.ts';
import { deliveryQuery, eventQuery, pageQuery } from '../../server/store/delivery-search.ts';
import { logQuery } from '../../server/store/event-log.ts';
import { eventFromQuery } from '../../server/store/event-window.ts';
import { openReplayQuery } from '../../server/store/replays.ts';
import { queryPlan, testDatabase } from './fixtures.ts';
import { fillLog, STATES } from './full-log.ts';

test('with 30,000 deliveries, what lists, claims, requeues and replays reads by an index', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 30_000);
  const lane = { webhookId, instanceId, channel: '' };
  const letters = { instanceId, webhookIds: [webhookId] };
  const queries: Record<string, Compilable> = {
    'the next delivery': nextDeliveriesQuery(db, lane, 10),
    'one delivery': deliveryQuery(db, instanceId, 'c7'),
    'its event': eventQuery(db, '7'),
    'dead letters': deadLettersQuery(db, letters, webhookId, ''),
    'dead letters of a time': deadLettersQuery(db, { ...letters, before: 'c2' }, webhookId, 'c1'),
    'some dead letters': deadLettersQuery(db, { ...letters, ids: ['c1', 'c2'] }, webhookId, 'c1'),
    'to queue again': requeueQuery(db, 'c9', ['c1', 'c2'], ['delivered', 'dead']),
    'to wait no more': waitNoMoreQuery(db, 'c1'),
    'an event by its time': eventFromQuery(db, instanceId, 7),
    'an open replay': openReplayQuery(db, 'c7'),
    'the next events of a replay': logQuery(db, instanceId, { from: 6, until: 20_000, limit: 200 }),
  };
  for (const [name, query] of Object.entries(queries)) {
    const plan = await queryPlan(db, query);
    assert.deepEqual(
      plan.filter((step) => !/^(SEARCH|LIST SUBQUERY) /.test(step)),
      [],
      name,
    );
    if (process.env.SHOW_PLANS) t.diagnostic(`${name}: ${plan.join('; ')}`);
  }
  for (const [bounds, span] of Object.entries(SPANS))
    for (const state of STATES) {
      const plan = await queryPlan(db, pageQuery(db, { webhookId, instanceId, state }, span, 51));
      assert.deepEqual(plan, [
        `SEARCH delivery USING INDEX delivery_page (webhook_id=? AND instance_id=? AND state=?${bounds})`,
        'SEARCH event USING INDEX sqlite_autoindex_event_1 (id=?)',
        'SEARCH replay USING COVERING INDEX sqlite_autoindex_replay_1 (id=?) LEFT-JOIN',
      ]);
    }
});

/** How an index is asked for them → the ends of a page. */
const SPANS = {
  '': {},
  ' AND id>?': { from: 'c1' },
  ' AND id<?': { before: 'c2' },
  ' AND id>? AND id<?': { from: 'c1', before: 'c2' },
};

test('the first lane, and the replays that are open, are what an index begins with', async (t) => {
  const db = await testDatabase(t);
  const [first = []] = await Promise.all(nextLaneQueries(db).map((query) => queryPlan(db, query)));
  assert.deepEqual(first, ['SCAN delivery USING COVERING INDEX delivery_lane']);
  assert.deepEqual(await queryPlan(db, openReplaysQuery(db)), ['SCAN replay USING INDEX replay_open']);
});

test('the lane after another one is found past all that is pending in that one', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 3_000);
  const queries = nextLaneQueries(db, { webhookId, instanceId, channel: '' });
  const plans = await Promise.all(queries.map((query) => queryPlan(db, query)));
  const by = 'SEARCH delivery USING COVERING INDEX delivery_lane';
  assert.deepEqual(plans, [
    [`${by} (webhook_id=? AND instance_id=? AND channel>?)`],
    [`${by} (webhook_id=? AND instance_id>?)`],
    [`${by} (webhook_id>?)`],
  ]);
});

test('the next delivery is read in the order of its lane, even where there is one webhook only', async (t) => {
  const db = await testDatabase(t);
  const { instanceId, webhookId } = await fillLog(db, 3_000, 0);
  const plan = await queryPlan(db, nextDeliveriesQuery(db, { webhookId, instanceId, channel: '' }, 10));
  const by = 'SEARCH delivery USING INDEX delivery_lane (webhook_id=? AND instance_id=? AND channel=?)';
  assert.equal(plan[0], by);
  assert.ok(!plan.some((step) => step.includes('TEMP B-TREE')), plan.join('; '));
});
