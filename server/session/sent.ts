import { HttpError } from '../errors.ts';
import type { NewEvent } from '../events/types.ts';
import type { MessageRecord } from '../generated/index.ts';
import { insertMessage } from '../store/message-insert.ts';
import type { Db, NewMessage } from '../store/schema.ts';
import type { Actor } from './actor.ts';
import { identified } from './identity.ts';
import { newChat } from './inbound/chats.ts';
import { recordFailure } from './inbound/status.ts';
import { toRecord } from './translate/message.ts';

/**
 * Writes a message that this account is about to send, as what the recorder wants.
 *
 * @throws HttpError 422 when there is one of its id already
 */
export async function recordSent(
  tx: Db,
  row: NewMessage,
): Promise<{ result: MessageRecord; events: NewEvent[] }> {
  const [known = row] = await identified(tx, row.instance_id, [row]);
  const inserted = await insertMessage(tx, known);
  if (!inserted) throw new HttpError(422, [`There is a message of the id ${row.key_id} already`]);
  const shown = toRecord(known);
  return { result: shown, events: [{ type: 'send.message', data: shown }, ...newChat(inserted.chat)] };
}

/** Writes why a message did not go out. */
export function recordUnsent(
  { deps, owner }: Pick<Actor, 'deps' | 'owner'>,
  id: string,
  reason: string,
): Promise<void> {
  return deps.record(owner.id, async (tx) => ({
    result: undefined,
    events: await recordFailure({ tx, instanceId: owner.id }, id, reason),
  }));
}
