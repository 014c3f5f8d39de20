import type { NewEvent } from '../../events/types.ts';
import { addReceipt, countReceipts, type Progress } from '../../store/message-receipts.ts';
import { findMessageByKey } from '../../store/messages.ts';
import type { MessageRecord } from '../../store/schema.ts';
import { shownJid } from '../people.ts';
import { isGroup } from '../translate/jid.ts';
import { toUpdateData } from '../translate/update.ts';
import { type Handle, isIgnored, isOwn, type Scene } from './scene.ts';
import { recordStatus } from './status.ts';

/**
 * Receipts in groups and of status updates. What own devices say of own messages tells nothing of the others;
 * of others' messages it tells that they were read here.
 */
export const onReceipts: Handle<'message-receipt.update'> = async (scene, receipts) => {
  const events: NewEvent[] = [];
  for (const { key, receipt } of receipts) {
    const { userJid } = receipt;
    if (!key.id || !userJid || isIgnored(scene, key.remoteJid ?? '')) continue;
    const status = receipt.readTimestamp ? 'READ' : 'DELIVERY_ACK';
    if (!isOwn(scene, userJid)) events.push(...(await recordReceipt(scene, key.id, userJid, status)));
    else if (status === 'READ')
      events.push(...(await recordStatus(scene, { id: key.id, fromMe: false }, status)));
  }
  return events;
};

/** Each one's receipt is told; the message itself has come as far as it has with all of them. */
async function recordReceipt(
  scene: Scene,
  id: string,
  userJid: string,
  status: Progress,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const message = await findMessageByKey(tx, instanceId, { id, fromMe: true });
  if (!message) return [];
  const participant = await shownJid(tx, instanceId, userJid);
  if (!(await addReceipt(tx, message, participant, status))) return [];
  const data = toUpdateData({ ...message, status }, { participant });
  const reached = await reachedBy(scene, message, status);
  const moved = reached ? await recordStatus(scene, { id, fromMe: true }, reached) : [];
  return [{ type: 'messages.update', data }, ...moved];
}

/** How far the message has come with everybody who got it; a status as far as with the first who saw it. */
async function reachedBy(
  { tx, membersOf }: Scene,
  { id, remote_jid, recipients }: MessageRecord,
  status: Progress,
): Promise<Progress | undefined> {
  if (!isGroup(remote_jid)) return status;
  const all = recipients ?? othersIn(membersOf(remote_jid));
  if (all === undefined) return undefined;
  if (status === 'READ' && (await countReceipts(tx, id, 'READ')) >= all) return 'READ';
  return (await countReceipts(tx, id, 'DELIVERY_ACK')) >= all ? 'DELIVERY_ACK' : undefined;
}

/** How many of a group's members a message of this account goes to. */
export const othersIn = (members: number | undefined): number | undefined =>
  members === undefined ? undefined : Math.max(members - 1, 0);
