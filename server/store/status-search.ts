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
  /** The author in a group, or whose receipt or vote it is, by any of their JIDs. */
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
    .select(['message_update.message_id', 'message_update.instance_id', 'message_update.participant'])
    .select(['message.key_id', 'message.remote_jid', 'message.from_me', 'message.message_type'])
    .select('message.participant as author')
    .where('message_update.instance_id', '=', instanceId);
  if (status !== undefined) query = query.where('message_update.status', '=', status);
  // Said of the message as well, it lets an index of messages answer.
  if (keyId !== undefined || remoteJids) query = query.where('message.instance_id', '=', instanceId);
  if (keyId !== undefined) query = query.where('message.key_id', '=', keyId);
  if (remoteJids) query = query.where('message.remote_jid', 'in', remoteJids);
  if (participants) query = query.where('message_update.id', 'in', stepsOf(db, instanceId, participants));
  if (fromMe !== undefined) query = query.where('message.from_me', '=', fromMe ? 1 : 0);
  return query
    .orderBy('message_update.id', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size);
}

/** The steps that are somebody's, and those of the messages that they wrote: each of the two by its index. */
function stepsOf(db: Db, instanceId: string, participants: string[]) {
  return db
    .selectFrom('message_update')
    .select('id')
    .where('instance_id', '=', instanceId)
    .where('participant', 'in', participants)
    .union(
      db
        .selectFrom('message_update as step')
        .innerJoin('message as written', 'written.id', 'step.message_id')
        .select('step.id')
        .where('written.instance_id', '=', instanceId)
        .where('written.participant', 'in', participants)
        .where('written.from_me', '=', 0),
    );
}
