import { findContactsByJid } from '../store/contacts.ts';
import { findCounterparts, withCounterparts } from '../store/identities.ts';
import type { Db } from '../store/schema.ts';
import { shownJids } from './identity.ts';

/** The JID that the contract shows: of a person that of the phone, where it is known (wire-contract 1.4). */
export async function shownJid(db: Db, instanceId: string, jid: string): Promise<string> {
  return (await shownJids(db, instanceId, [jid]))(jid);
}

/** By what names the people and groups are known, by each of their JIDs. */
export async function namesOf(db: Db, instanceId: string, jids: string[]): Promise<Map<string, string>> {
  const others = await findCounterparts(db, instanceId, jids);
  const contacts = await findContactsByJid(db, instanceId, await withCounterparts(db, instanceId, jids));
  const names = new Map<string, string>();
  for (const { remote_jid: jid, push_name, name } of contacts) {
    const known = push_name ?? name;
    if (known) for (const one of [jid, others.get(jid)]) if (one) names.set(one, known);
  }
  return names;
}
