import type { SelectQueryBuilder } from 'kysely';
import { labelsOf } from './labels.ts';
import { findMessagesById } from './messages.ts';
import type { ChatRow, ContactRow, Database, Db, MessageRecord } from './schema.ts';
import { storedJids } from './stored-jids.ts';

/** Each given field narrows the search. Times are seconds, of the last message, both ends included. */
export interface ChatFilter {
  /** The row's id. */
  id?: string | undefined;
  /** The chat, by any of its JIDs. */
  remoteJids?: string[] | undefined;
  gte?: number | undefined;
  lte?: number | undefined;
}

/** Which of the rows that match: all, unless it says otherwise. */
export interface Slice {
  skip?: number | undefined;
  take?: number | undefined;
}

type Who = Pick<ContactRow, 'push_name' | 'profile_pic_url' | 'is_saved'>;

export type FoundChat = ChatRow & {
  /** Who is at the other end; the group itself, of a group. */
  contact: (Who & { name: string | null }) | undefined;
  lastMessage: MessageRecord | undefined;
  /** Ids of the labels. */
  labels: string[];
};

/** The chats that match, the one with the newest message first: four queries however many there are. */
export async function searchChats(
  db: Db,
  instanceId: string,
  filter: ChatFilter,
  slice: Slice = {},
): Promise<FoundChat[]> {
  const remoteJids = filter.remoteJids && (await storedJids(db, instanceId, filter.remoteJids));
  const rows = await chatQuery(db, instanceId, { ...filter, remoteJids }, slice).execute();
  const labels = await labelsOf(
    db,
    instanceId,
    rows.map((row) => row.remote_jid),
  );
  const messages = await findMessagesById(
    db,
    rows.flatMap(({ last_message_id }) => last_message_id ?? []),
  );
  return rows.map(({ contact_id, push_name, profile_pic_url, is_saved, contact_name, ...chat }) => ({
    ...chat,
    contact:
      contact_id === null
        ? undefined
        : { push_name, profile_pic_url, is_saved: is_saved ?? 0, name: contact_name },
    lastMessage: messages.get(chat.last_message_id ?? ''),
    labels: labels.get(chat.remote_jid) ?? [],
  }));
}

export function chatQuery(db: Db, instanceId: string, filter: ChatFilter, { skip, take }: Slice) {
  let query = matching(db, instanceId, filter)
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.instance_id', '=', 'chat.instance_id')
        .onRef('contact.remote_jid', '=', 'chat.remote_jid'),
    )
    .selectAll('chat')
    .select(['contact.id as contact_id', 'contact.push_name', 'contact.name as contact_name'])
    .select(['contact.profile_pic_url', 'contact.is_saved'])
    .orderBy('chat.active_at', 'desc')
    .orderBy('chat.id', 'desc');
  if (take !== undefined || skip !== undefined) query = query.limit(take ?? -1).offset(skip ?? 0);
  return query;
}

function matching(
  db: Db,
  instanceId: string,
  { id, remoteJids, gte, lte }: ChatFilter,
): SelectQueryBuilder<Database, 'chat', object> {
  let query = db.selectFrom('chat').where('chat.instance_id', '=', instanceId);
  if (id !== undefined) query = query.where('chat.id', '=', id);
  if (remoteJids) query = query.where('chat.remote_jid', 'in', remoteJids);
  if (gte !== undefined) query = query.where('chat.active_at', '>=', gte);
  if (lte !== undefined) query = query.where('chat.active_at', '<=', lte);
  return query;
}
