import { setImmediate as others } from 'node:timers/promises';
import type { Lane } from '../store/deliveries.ts';
import { giveUpDeliveries } from '../store/expired-deliveries.ts';
import type { DeliverOptions } from './deliver.ts';

/** So few that nobody waits long for the database. */
const AT_ONCE = 200;
const REASON = 'Not tried: it was too old when one before it was given up';

/**
 * A receiver has not answered for so long that a delivery was given up by its age: those behind it that are as
 * old go the same way, untried. Each would take a timeout else, and the lane would never come to what is new.
 */
export async function giveUpExpired(
  { db, clock, logger, retry, tally }: DeliverOptions,
  lane: Lane,
): Promise<void> {
  const queuedUntil = clock.now() - retry.maxAgeMs;
  let count = 0;
  for (let some = AT_ONCE; some === AT_ONCE; await others()) {
    some = await giveUpDeliveries(db, lane, queuedUntil, REASON, AT_ONCE);
    count += some;
  }
  tally.dead += count;
  if (count > 0) logger.warn({ ...lane, count }, 'deliveries given up');
}
