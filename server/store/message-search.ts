import type { SelectQueryBuilder } from 'kysely';
import { decodeMessage, MESSAGE_COLUMNS } from './messages.ts';
import type { Database, Db, MessageRecord } from './schema.ts';
import { storedChats, storedJids } from './stored-jids.ts';

/** Each given field narrows the search. Times are seconds, both ends included. */
export interface MessageFilter {
  /** The row's id. */
  id?: string | undefined;
  /** WhatsApp's id. */
  keyId?: string | undefined;
  fromMe?: boolean | undefined;
  /** The chat, by any of its JIDs. */
  remoteJids?: string[] | undefined;
  /** The author in a group, by any of their JIDs. */
  participants?: string[] | undefined;
  messageType?: string | undefined;
  source?: string | undefined;
  gte?: number | undefined;
  lte?: number | undefined;
}

/** `number` counts from 1. */
export interface Page {
  number: number;
  size: number;
}

/** A status that a message went through. */
export interface MessageStep {
  status: string;
  /** Of ERROR: why. */
  reason: string | null;
  created_at: number;
}

export type FoundMessage = MessageRecord & { updates: MessageStep[] };

/** One page of the messages that match, newest first, and how many match in all. */
export async function searchMessages(
  db: Db,
  instanceId: string,
  filter: MessageFilter,
  page: Page,
): Promise<{ total: number; records: FoundMessage[] }> {
  const resolved = await withStoredJids(db, instanceId, filter);
  const total = await countMessages(db, instanceId, resolved);
  const rows = await pageQuery(db, instanceId, resolved, page).execute();
  const updates = await updatesOf(
    db,
    rows.map((row) => row.id),
  );
  const records = rows.map((row) => ({ ...decodeMessage(row), updates: updates.get(row.id) ?? [] }));
  return { total, records };
}

export function pageQuery(db: Db, instanceId: string, filter: MessageFilter, page: Page) {
  return matching(db, instanceId, filter)
    .select(MESSAGE_COLUMNS)
    .orderBy('message_timestamp', 'desc')
    .orderBy('id', 'desc')
    .limit(page.size)
    .offset((page.number - 1) * page.size);
}

/** Counting reads every matching row, so the total without a filter is a number that is kept. */
async function countMessages(db: Db, instanceId: string, filter: MessageFilter): Promise<number> {
  if (Object.values(filter).every((value) => value === undefined)) {
    const row = await db
      .selectFrom('instance')
      .select('message_count')
      .where('id', '=', instanceId)
      .executeTakeFirst();
    return row?.message_count ?? 0;
  }
  const { total } = await matching(db, instanceId, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return Number(total);
}

function matching(
  db: Db,
  instanceId: string,
  filter: MessageFilter,
): SelectQueryBuilder<Database, 'message', object> {
  const { id, keyId, fromMe, remoteJids, participants, messageType, source, gte, lte } = filter;
  let query = db.selectFrom('message').where('instance_id', '=', instanceId);
  if (id !== undefined) query = query.where('id', '=', id);
  if (keyId !== undefined) query = query.where('key_id', '=', keyId);
  if (fromMe !== undefined) query = query.where('from_me', '=', fromMe ? 1 : 0);
  if (remoteJids) query = query.where('remote_jid', 'in', remoteJids);
  if (participants) query = query.where('participant', 'in', participants);
  if (messageType !== undefined) query = query.where('message_type', '=', messageType);
  if (source !== undefined) query = query.where('source', '=', source);
  if (gte !== undefined) query = query.where('message_timestamp', '>=', gte);
  if (lte !== undefined) query = query.where('message_timestamp', '<=', lte);
  return query;
}

/** Of all JIDs of the same chats and people, those under which messages are stored. */
async function withStoredJids(db: Db, instanceId: string, filter: MessageFilter): Promise<MessageFilter> {
  const { remoteJids, participants } = filter;
  return {
    ...filter,
    remoteJids: remoteJids && (await storedChats(db, instanceId, remoteJids)),
    participants: participants && (await storedJids(db, instanceId, participants)),
  };
}

/** The steps of the messages themselves, not those of single recipients. */
async function updatesOf(db: Db, messageIds: string[]): Promise<Map<string, FoundMessage['updates']>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('message_update')
    .select(['message_id', 'status', 'reason', 'created_at'])
    .where('message_id', 'in', messageIds)
    .where('participant', 'is', null)
    .orderBy('message_id')
    .orderBy('id')
    .execute();
  return Map.groupBy(rows, (row) => row.message_id);
}
