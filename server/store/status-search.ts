import type { Page } from './message-search.ts';
import type { Db } from './schema.ts';
import { storedChats, storedJids } from './stored-jids.ts';

/** Each given field narrows the search. */
export interface StatusFilter {
  /** WhatsApp's id of the message. */
  keyId?: string | undefined;
  /** The chat, by any of its JIDs. */
  remoteJids?: string[] | undefined;
  fromMe?: boolean | undefined;
  /** The author in a group, by any of their JIDs. */
  participants?: string[] | undefined;
  status?: string | undefined;
}

export type FoundStatus = Awaited<ReturnType<typeof searchStatuses>>[number];

/** One page of the steps that messages went through, the newest first. */
export async function searchStatuses(db: Db, instanceId: string, filter: StatusFilter, page: Page) {
  const remoteJids = filter.remoteJids && (await storedChats(db, instanceId, filter.remoteJids));
  const participants = filter.participants && (await storedJids(db, instanceId, filter.participants));
  return statusQuery(db, instanceId, { ...filter, remoteJids, participants }, page).execute();
}

export function statusQuery(db: Db, instanceId: string, filter: StatusFilter, page: Page) {
  const { keyId, remoteJids, fromMe, participants, status } = filter;
  let query = db
    .selectFrom('message_update')
    .innerJoin('message', 'message.id', 'message_update.message_id')
    .select(['message_update.id', 'message_update.status', 'message_update.reason'])
    .select(['message_update.message_id', 'message_update.instance_id'])
    .select(['message.key_id', 'message.remote_jid', 'message.from_me', 'message.participant'])
    .where('message_update.instance_id', '=', instanceId);
  if (status !== undefined) query = query.where('message_update.status', '=', status);
  // Said of the message as well, it lets an index of messages answer.
  if (keyId !== undefined || remoteJids || participants)
    query = query.where('message.instance_id', '=', instanceId);
  if (keyId !== undefined) query = query.where('message.key_id', '=', keyId);
  if (remoteJids) query = query.where('message.remote_jid', 'in', remoteJids);
  if (participants) query = query.where('message.participant', 'in', participants);
  if (fromMe !== undefined) query = query.where('message.from_me', '=', fromMe ? 1 : 0);
  return query
    .orderBy('message_update.id', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size);
}
