import { sql } from 'kysely';
import { count } from './counters.ts';
import { newRowId } from './ids.ts';
import { prepared, preparedByList } from './prepared.ts';
import type { ChatRow, Db, Flag } from './schema.ts';

/** What a message changes of its chat. */
export interface ChatActivity {
  remote_jid: string;
  /** Seconds. */
  active_at: number;
  message_id: string;
  received: boolean;
  /** Messages that nobody of this account has read yet. */
  unread: number;
}

/** What is known of a chat; what is left out stays as it is. */
export interface ChatPatch {
  remote_jid: string;
  name?: string | null | undefined;
  unread_count?: number | undefined;
  archived?: Flag | undefined;
  pinned?: Flag | undefined;
  /** Seconds; 0 is never. */
  disappears_after?: number | undefined;
  /** Seconds; an earlier time than the one that is known changes nothing. */
  active_at?: number | undefined;
}

export interface WrittenChat {
  chat: ChatRow;
  isNew: boolean;
}

/** Brings the chat up to date with a message of it; the chat is made if there is none. */
export async function touchChat(tx: Db, instanceId: string, activity: ChatActivity): Promise<WrittenChat> {
  const { remote_jid, active_at, message_id, received, unread } = activity;
  const id = newRowId();
  const [chat] = await touch(tx, {
    ...{ id, instanceId, remote_jid, active_at, unread, message_id, now: Date.now() },
    received_at: received ? active_at : null,
  });
  return written(tx, instanceId, id, chat);
}

interface Touch extends Pick<ChatActivity, 'remote_jid' | 'active_at' | 'unread' | 'message_id'> {
  id: string;
  instanceId: string;
  received_at: number | null;
  now: number;
}

const touch = prepared<Touch, ChatRow>((db, value) =>
  db
    .insertInto('chat')
    .values({
      ...{ id: value('id'), instance_id: value('instanceId'), remote_jid: value('remote_jid') },
      ...{ active_at: value('active_at'), last_received_at: value('received_at') },
      ...{ unread_count: value('unread'), last_message_id: value('message_id') },
      ...{ created_at: value('now'), updated_at: value('now') },
    })
    .onConflict((conflict) =>
      conflict.columns(['instance_id', 'remote_jid']).doUpdateSet({
        updated_at: sql`excluded.updated_at`,
        unread_count: sql`chat.unread_count + excluded.unread_count`,
        active_at: sql`case when excluded.active_at > chat.active_at
          then excluded.active_at else chat.active_at end`,
        last_message_id: sql`case when excluded.active_at >= chat.active_at
          then excluded.last_message_id else chat.last_message_id end`,
        last_received_at: sql`case when excluded.last_received_at > coalesce(chat.last_received_at, 0)
          then excluded.last_received_at else chat.last_received_at end`,
      }),
    )
    .returningAll(),
);

async function written(
  tx: Db,
  instanceId: string,
  id: string,
  chat: ChatRow | undefined,
): Promise<WrittenChat> {
  if (!chat) throw new Error('The chat was neither there nor made');
  const isNew = chat.id === id;
  if (isNew) await count(tx, instanceId, 'chat_count', 1);
  return { chat, isNew };
}

/** Writes what is known of the chat, which is made if there is none. */
export function upsertChat(tx: Db, instanceId: string, patch: ChatPatch): Promise<WrittenChat> {
  const { remote_jid, active_at, ...rest } = patch;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return upsert(
    tx,
    instanceId,
    { ...known, remote_jid, ...(active_at !== undefined && { active_at }) },
    {
      ...known,
      ...(active_at !== undefined && { active_at: latest('chat.active_at', active_at) }),
    },
  );
}

/** Writes what is known of the chat if there is one. */
export async function updateChat(
  tx: Db,
  instanceId: string,
  { remote_jid, ...patch }: Omit<ChatPatch, 'active_at'>,
): Promise<ChatRow | undefined> {
  return tx
    .updateTable('chat')
    .set({ ...patch, updated_at: Date.now() })
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', remote_jid)
    .returningAll()
    .executeTakeFirst();
}

/** The chat goes from the list; its messages stay. */
export async function deleteChat(tx: Db, instanceId: string, remoteJid: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('chat')
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', remoteJid)
    .executeTakeFirstOrThrow();
  await count(tx, instanceId, 'chat_count', -Number(numDeletedRows));
  return numDeletedRows > 0n;
}

/** @param jids the chat's JIDs: see `withCounterparts` */
export async function findChat(db: Db, instanceId: string, jids: string[]): Promise<ChatRow | undefined> {
  const [chat] = await chatsOf(db, { instanceId }, jids);
  return chat;
}

const chatsOf = preparedByList<{ instanceId: string }, string, ChatRow>((db, value, jids) =>
  db
    .selectFrom('chat')
    .selectAll()
    .where('instance_id', '=', value('instanceId'))
    .where('remote_jid', 'in', jids),
);

/** The JIDs of all chats. */
export async function chatJids(db: Db, instanceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('chat')
    .select('remote_jid')
    .where('instance_id', '=', instanceId)
    .execute();
  return rows.map(({ remote_jid }) => remote_jid);
}

const latest = (stored: string, time: number) =>
  sql<number>`case when ${sql.raw(stored)} > ${time} then ${sql.raw(stored)} else ${time} end`;

async function upsert(
  tx: Db,
  instanceId: string,
  values: Partial<ChatRow> & { remote_jid: string },
  changes: Record<string, unknown>,
): Promise<WrittenChat> {
  const id = newRowId();
  const now = Date.now();
  const chat = await tx
    .insertInto('chat')
    .values({ ...values, id, instance_id: instanceId, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict.columns(['instance_id', 'remote_jid']).doUpdateSet({ ...changes, updated_at: now }),
    )
    .returningAll()
    .executeTakeFirst();
  return written(tx, instanceId, id, chat);
}
