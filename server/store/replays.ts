import type { Selectable } from 'kysely';
import { transaction } from './db.ts';
import { enqueueDeliveries, type Lane, type Queued } from './deliveries.ts';
import { logQuery } from './event-log.ts';
import type { Window } from './event-window.ts';
import { decodeEvent } from './events.ts';
import { newRowId } from './ids.ts';
import type { Db, EventRecord } from './schema.ts';
import type { ReplayTable } from './tables/event.ts';

export type OpenReplay = Selectable<ReplayTable>;

/** Opens a replay of the window; its deliveries are made later, a few at a time. Gives its lane. */
export async function insertReplay(
  db: Db,
  webhookId: string,
  instanceId: string,
  { first, last }: Window,
): Promise<Lane> {
  const id = newRowId();
  const owner = { webhook_id: webhookId, instance_id: instanceId };
  const row = { id, ...owner, next_seq: first, last_seq: last, created_at: Date.now() };
  await db.insertInto('replay').values(row).execute();
  return { webhookId, instanceId, channel: id };
}

/** Undefined for a replay that has made all of its deliveries. */
export async function findOpenReplay(db: Db, id: string): Promise<OpenReplay | undefined> {
  return await openReplayQuery(db, id).executeTakeFirst();
}

export function openReplayQuery(db: Db, id: string) {
  return db.selectFrom('replay').selectAll().where('id', '=', id).where('finished_at', 'is', null);
}

/** The events of which the replay has made no deliveries yet, the first `count` of them. */
export async function listReplayed(db: Db, replay: OpenReplay, count: number): Promise<EventRecord[]> {
  const window = { from: replay.next_seq - 1, until: replay.last_seq, limit: count };
  return (await logQuery(db, replay.instance_id, window).execute()).map(decodeEvent);
}

/**
 * Makes deliveries of the wanted events and goes on to `next`, all or nothing; nothing if the replay has been
 * ended, or has gone on, meanwhile.
 */
export async function advanceReplay(
  db: Db,
  replay: OpenReplay,
  wanted: Queued[],
  next: number,
): Promise<void> {
  const { id, webhook_id, next_seq, last_seq } = replay;
  await transaction(db, async (tx) => {
    const advanced = await tx
      .updateTable('replay')
      .set({ next_seq: next, finished_at: next > last_seq ? Date.now() : null })
      .where('id', '=', id)
      .where('next_seq', '=', next_seq)
      .where('finished_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (advanced) await enqueueDeliveries(tx, webhook_id, wanted, id);
  });
}

/** What has not been made of the webhook's replays is made no more. */
export async function endReplays(tx: Db, webhookId: string): Promise<void> {
  await tx
    .updateTable('replay')
    .set({ finished_at: Date.now() })
    .where('webhook_id', '=', webhookId)
    .where('finished_at', 'is', null)
    .execute();
}
