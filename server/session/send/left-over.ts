import type { proto } from '@whiskeysockets/baileys';
import { transaction } from '../../store/db.ts';
import { messagesByKey } from '../../store/messages.ts';
import { deleteOutboxRow, finishOutboxRow, type OutboxRow } from '../../store/outbox.ts';
import type { Db } from '../../store/schema.ts';
import type { Link } from '../link.ts';
import { toResend } from '../resend.ts';
import { withoutDevice } from '../translate/jid.ts';

/** Later, a message would say what nobody means any more: as WhatsApp's own applications, we let it be. */
const TOO_OLD_MS = 24 * 60 * 60 * 1000;
/** Why a message that was left over must not go out any more. */
export function obstacleOf({ sender, created_at }: OutboxRow, { me }: Link): string | undefined {
  if (sender !== withoutDevice(me()?.id ?? '')) return 'Error: The account was unlinked before it was sent';
  if (created_at < Date.now() - TOO_OLD_MS) return 'Error: It could not be sent within a day';
  return undefined;
}

/** What is to go out again: a message as it reads now. Undefined for what has arrived, or was taken back. */
export async function contentOf(
  db: Db,
  instanceId: string,
  { key_id, audience }: OutboxRow,
): Promise<proto.Message | undefined> {
  const status = await statusOf(db, instanceId, key_id);
  if (status !== undefined && status !== 'PENDING' && !audience) return undefined;
  return toResend(db, instanceId, key_id);
}

/** A status was given to all of its audience: what WhatsApp has said of it in the meantime counts now. */
export function finish(db: Db, instanceId: string, id: string): Promise<void> {
  return transaction(db, async (tx) => {
    if ((await statusOf(tx, instanceId, id)) === 'PENDING') await finishOutboxRow(tx, instanceId, id);
    else await deleteOutboxRow(tx, instanceId, id);
  });
}

async function statusOf(db: Db, instanceId: string, id: string): Promise<string | undefined> {
  const row = await messagesByKey(db, instanceId, { id, fromMe: true }).select('status').executeTakeFirst();
  return row?.status;
}
