import type { Recorder } from '../../events/record.ts';
import { deleteOutboxRow } from '../../store/outbox.ts';
import type { Db } from '../../store/schema.ts';
import { recordFailure } from '../inbound/status.ts';

/**
 * Records that a message was not sent, or not to everybody, and that this is the end of it. Gives the reason.
 *
 * @param more is written in the same transaction
 */
export function recordRefusal(
  record: Recorder,
  instanceId: string,
  id: string,
  error: unknown,
  more?: (tx: Db, reason: string) => Promise<void>,
): Promise<string> {
  const reason = error instanceof Error ? `Error: ${error.message}` : String(error);
  return record(instanceId, async (tx) => {
    await deleteOutboxRow(tx, instanceId, id);
    await more?.(tx, reason);
    return { result: reason, events: await recordFailure({ tx, instanceId }, id, reason) };
  });
}
