import type { ExpressionBuilder } from 'kysely';
import { PENDING } from './deliveries.ts';
import type { Database, Db } from './schema.ts';

/** What waits for a webhook. */
export interface Backlog {
  /** Of the instance that the webhook belongs, or belonged, to. */
  instance_name: string;
  pending: number;
  /** When the first of it happened; null where nothing waits. */
  oldest_at: number | null;
}

/** One for each webhook. */
export function listBacklogs(db: Db): Promise<Backlog[]> {
  return backlogQuery(db).execute();
}

/** The oldest is the first in the order of delivery: it is found, like the number, by the lane's index. */
export function backlogQuery(db: Db) {
  return db
    .selectFrom('webhook')
    .select('webhook.instance_name')
    .select((eb) => [
      pendingOf(eb).select(eb.fn.countAll<number>().as('count')).$asScalar().$notNull().as('pending'),
      pendingOf(eb).select('delivery.created_at').orderBy('delivery.seq').limit(1).as('oldest_at'),
    ]);
}

function pendingOf(eb: ExpressionBuilder<Database, 'webhook'>) {
  return eb
    .selectFrom('delivery')
    .whereRef('delivery.webhook_id', '=', 'webhook.id')
    .whereRef('delivery.instance_id', '=', 'webhook.instance_id')
    .where('delivery.channel', '=', '')
    .where('delivery.state', '=', PENDING);
}
