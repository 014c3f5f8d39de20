import { sql } from 'kysely';
import { rowIdAt } from '../../server/store/ids.ts';
import type { Db } from '../../server/store/schema.ts';
import { upsertWebhook } from '../../server/store/webhooks.ts';
import { addInstance, WEBHOOK } from './fixtures.ts';

export const STATES = ['pending', 'delivered', 'dead'] as const;

export interface FullLog {
  instanceId: string;
  webhookId: string;
  count: number;
  /** When the event of number 1 happened; each one after it, a millisecond later. */
  start: number;
}

/**
 * `count` events of one instance, each delivered to one webhook: every third is pending, every third is dead.
 *
 * @param others webhooks beside it: a table of a single row would be read as a whole
 */
export async function fillLog(db: Db, count: number, others = 50): Promise<FullLog> {
  const { id: instanceId } = await addInstance(db);
  const { id: webhookId } = await upsertWebhook(db, instanceId, WEBHOOK);
  for (let n = 0; n < others; n += 1) await upsertWebhook(db, `another ${n}`, WEBHOOK);
  const start = Date.now() - count;
  const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(count)})`;
  await sql`insert into event (id, instance_id, seq, instance_name, type, data, created_at)
    ${numbers} select ${eventId(sql`i`)}, ${instanceId}, i, 'shop', 'call', '{}', ${start - 1} + i from n`.execute(
    db,
  );
  await sql`insert into delivery (id, webhook_id, event_id, instance_id, seq, state, next_attempt_at, queued_at,
      created_at)
    ${numbers} select ${rowIdAt(start)} || printf('%016d', i), ${webhookId}, ${eventId(sql`i`)}, ${instanceId}, i,
      case i % 3 when 0 then 'pending' when 1 then 'delivered' else 'dead' end, 0, 0, ${start - 1} + i
    from n`.execute(db);
  await sql`analyze`.execute(db);
  return { instanceId, webhookId, count, start };
}

/** The id of the event of that number, in the form of a UUID and in the order of the numbers. */
export function eventId(seq: unknown) {
  return sql<string>`'00000000-0000-7000-8000-' || printf('%012d', ${seq})`;
}
