import { proto } from '@whiskeysockets/baileys';
import { messagesByKey } from '../store/messages.ts';
import type { Db } from '../store/schema.ts';
import { findSentChange } from '../store/sent-changes.ts';

/**
 * What is to be encrypted anew for a device that could not decrypt it: a message of this account as it reads
 * now, or the edit or deletion of one. What was taken back is not sent again.
 *
 * @param id WhatsApp's, of what the device asks for
 */
export async function toResend(db: Db, instanceId: string, id: string): Promise<proto.Message | undefined> {
  const sent = await messagesByKey(db, instanceId, { id, fromMe: true })
    .select(['proto', 'status'])
    .executeTakeFirst();
  if (sent?.status === 'DELETED') return undefined;
  const bytes = sent ? sent.proto : await findSentChange(db, instanceId, id);
  return bytes ? proto.Message.decode(bytes) : undefined;
}
