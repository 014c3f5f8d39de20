import { setImmediate as letOthersGo } from 'node:timers/promises';
import { transaction } from './db.ts';
import { type Lane, PENDING } from './deliveries.ts';
import { newRowId } from './ids.ts';
import type { Db } from './schema.ts';
import type { DeliveryState } from './tables/event.ts';

/** Queued again by one statement, in about a millisecond; between two of them others have their turn. */
const BATCH = 50;

/** Dead letters of an instance. Each given field narrows the choice. */
export interface DeadLetters {
  instanceId: string;
  webhookIds: string[];
  ids?: string[] | undefined;
  /** Ids from here on: those of a time and later are given by `rowIdAt`. */
  from?: string | undefined;
  /** Ids before this one. */
  before?: string | undefined;
}

/**
 * Queues dead letters again, in one new channel. A crash on the way leaves the rest dead.
 *
 * @returns how many they were, and the lanes in which they are
 */
export async function requeueDeadLetters(
  db: Db,
  letters: DeadLetters,
): Promise<{ requeued: number; lanes: Lane[] }> {
  const channel = newRowId();
  const lanes: Lane[] = [];
  let requeued = 0;
  for (const webhookId of letters.webhookIds) {
    const count = await requeueOf(db, letters, { webhookId, instanceId: letters.instanceId, channel });
    if (count > 0) lanes.push({ webhookId, instanceId: letters.instanceId, channel });
    requeued += count;
  }
  return { requeued, lanes };
}

async function requeueOf(db: Db, letters: DeadLetters, lane: Lane): Promise<number> {
  let count = 0;
  for (let after = letters.from ?? ''; ; ) {
    const chosen = await deadLettersQuery(db, letters, lane.webhookId, after).execute();
    const last = chosen.at(-1)?.id;
    if (last === undefined) return count;
    const ids = chosen.map(({ id }) => id);
    const { numUpdatedRows } = await requeueQuery(db, lane.channel, ids, ['dead']).executeTakeFirstOrThrow();
    count += Number(numUpdatedRows);
    after = last;
    await letOthersGo();
  }
}

/** The oldest of the webhook's dead letters that come after an id. */
export function deadLettersQuery(
  db: Db,
  { instanceId, ids, before }: DeadLetters,
  webhookId: string,
  after: string,
) {
  let query = db
    .selectFrom('delivery')
    .select('id')
    .where('webhook_id', '=', webhookId)
    .where('instance_id', '=', instanceId)
    .where('state', '=', 'dead')
    .where('id', '>', after);
  if (ids) query = query.where('id', 'in', ids);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id').limit(BATCH);
}

/** Queues one again that is delivered or dead, in a channel of its own; lets one that is pending wait no more. */
export async function retryDelivery(db: Db, id: string): Promise<void> {
  await transaction(db, async (tx) => {
    await waitNoMoreQuery(tx, id).execute();
    await requeueQuery(tx, id, [id], ['delivered', 'dead']).execute();
  });
}

export function waitNoMoreQuery(db: Db, id: string) {
  return db
    .updateTable('delivery')
    .set({ next_attempt_at: Date.now() })
    .where('id', '=', id)
    .where('state', '=', PENDING);
}

/** Those of them that are in one of the states. */
export function requeueQuery(db: Db, channel: string, ids: string[], states: DeliveryState[]) {
  const now = Date.now();
  return db
    .updateTable('delivery')
    .set({ state: PENDING, channel, queued_at: now, next_attempt_at: now, settled_at: null })
    .where('id', 'in', ids)
    .where('state', 'in', states);
}
