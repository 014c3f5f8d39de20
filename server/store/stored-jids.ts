import { findCounterparts } from './identities.ts';
import type { Db } from './schema.ts';

/** The JIDs under which rows of these people and chats are: the phone's where it is known. */
export async function storedJids(db: Db, instanceId: string, jids: string[]): Promise<string[]> {
  const lids = jids.filter((jid) => jid.endsWith('@lid'));
  const numbers = await findCounterparts(db, instanceId, lids);
  return [...new Set(jids.map((jid) => numbers.get(jid) ?? jid))];
}

/**
 * The same for chats, without those spellings of a number that nobody has written under: the rows of one JID
 * come from an index in their order, those of several have to be sorted.
 */
export async function storedChats(db: Db, instanceId: string, jids: string[]): Promise<string[]> {
  const shown = await storedJids(db, instanceId, jids);
  if (shown.length < 2) return shown;
  const chats = await db
    .selectFrom('chat')
    .select('remote_jid')
    .where('instance_id', '=', instanceId)
    .where('remote_jid', 'in', shown)
    .execute();
  return chats.length > 0 ? chats.map((chat) => chat.remote_jid) : shown;
}
