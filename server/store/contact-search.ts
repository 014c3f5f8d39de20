import type { Slice } from './chat-search.ts';
import type { ContactRow, Db } from './schema.ts';
import { storedJids } from './stored-jids.ts';

/** Each given field narrows the search. */
export interface ContactFilter {
  /** The row's id. */
  id?: string | undefined;
  /** Any of their JIDs. */
  remoteJids?: string[] | undefined;
  pushName?: string | undefined;
}

/** The contacts that match, by JID. */
export async function searchContacts(
  db: Db,
  instanceId: string,
  filter: ContactFilter,
  slice: Slice = {},
): Promise<ContactRow[]> {
  const remoteJids = filter.remoteJids && (await storedJids(db, instanceId, filter.remoteJids));
  return contactQuery(db, instanceId, { ...filter, remoteJids }, slice).execute();
}

export function contactQuery(db: Db, instanceId: string, filter: ContactFilter, { skip, take }: Slice) {
  const { id, remoteJids, pushName } = filter;
  let query = db.selectFrom('contact').selectAll().where('instance_id', '=', instanceId);
  if (id !== undefined) query = query.where('id', '=', id);
  if (remoteJids) query = query.where('remote_jid', 'in', remoteJids);
  if (pushName !== undefined) query = query.where('push_name', '=', pushName);
  query = query.orderBy('remote_jid');
  if (take !== undefined || skip !== undefined) query = query.limit(take ?? -1).offset(skip ?? 0);
  return query;
}
