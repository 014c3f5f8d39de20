import { audienceOf } from '../events/audience.ts';
import type { Lane } from '../store/deliveries.ts';
import { advanceReplay, findOpenReplay, listReplayed } from '../store/replays.ts';
import type { Db } from '../store/schema.ts';

/** How many events are looked at together: little of a long replay is queued, and nobody waits for it. */
const BATCH = 200;

/**
 * Makes the next deliveries of a replay, if the lane is that of one. A crash loses and doubles none.
 *
 * @returns whether the replay has gone on: there may be something to deliver, or more to make
 */
export async function feedReplay(db: Db, { webhookId, instanceId, channel }: Lane): Promise<boolean> {
  const replay = channel === '' ? undefined : await findOpenReplay(db, channel);
  if (!replay) return false;
  const events = await listReplayed(db, replay, BATCH);
  const audience = await audienceOf(db, instanceId, events);
  const wanted = audience.find((one) => one.webhookId === webhookId)?.events ?? [];
  const last = events.length < BATCH ? undefined : events.at(-1)?.seq;
  await advanceReplay(db, replay, wanted, (last ?? replay.last_seq) + 1);
  return true;
}
