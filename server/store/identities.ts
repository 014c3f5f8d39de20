import { chunks } from './chunks.ts';
import { transaction } from './db.ts';
import { followChats, followContacts, followMessages, followSteps, followVotes } from './identity-follow.ts';
import { preparedByList } from './prepared.ts';
import type { Db } from './schema.ts';

/** The two JIDs of one person, neither with a device. */
export interface Identity {
  /** `…@lid`: the name that hides the number. */
  lid: string;
  /** `…@s.whatsapp.net`: the phone number. */
  pn: string;
}

/** Rows for each statement; with three values each well below SQLite's limit of 32,766 variables. */
const CHUNK = 500;

/**
 * Keeps who is who. What was stored under a LID whose number was not known is stored under the number from
 * now on, in the same transaction. Gives the identities that are news.
 */
export function learnIdentities(db: Db, instanceId: string, known: Identity[]): Promise<Identity[]> {
  const pairs = [...new Map(known.map(({ lid, pn }) => [lid, { lid, pn }])).values()];
  return transaction(db, async (tx) => {
    const learnt: Identity[] = [];
    for (const chunk of chunks(pairs, CHUNK)) {
      const unknown = await unknownOf(tx, instanceId, chunk);
      if (unknown.length === 0) continue;
      const news = await insert(tx, instanceId, unknown);
      if (news.length > 0) await follow(tx, instanceId, news);
      learnt.push(...news);
    }
    return learnt;
  });
}

/** The other JID of each of these that has one which is known: of a LID the phone's, of a phone's the LID. */
export async function findCounterparts(
  db: Db,
  instanceId: string,
  jids: string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of chunks([...new Set(jids)], CHUNK)) {
    const lids = chunk.filter((jid) => jid.endsWith('@lid'));
    const pns = chunk.filter((jid) => jid.endsWith('@s.whatsapp.net'));
    for (const { lid, pn } of await selectBy.lid(db, instanceId, lids)) found.set(lid, pn);
    for (const { lid, pn } of await selectBy.pn(db, instanceId, pns)) found.set(pn, lid);
  }
  return found;
}

/** The JIDs with the other JIDs of the same people. */
export async function withCounterparts(db: Db, instanceId: string, jids: string[]): Promise<string[]> {
  const others = await findCounterparts(db, instanceId, jids);
  return [...new Set([...jids, ...others.values()])];
}

/** Nearly always none: a look-up costs less than an insert that changes nothing. */
async function unknownOf(tx: Db, instanceId: string, pairs: Identity[]): Promise<Identity[]> {
  const lids = pairs.map(({ lid }) => lid);
  const known = new Map((await selectBy.lid(tx, instanceId, lids)).map(({ lid, pn }) => [lid, pn]));
  return pairs.filter(({ lid, pn }) => known.get(lid) !== pn);
}

function insert(tx: Db, instanceId: string, pairs: Identity[]): Promise<Identity[]> {
  return tx
    .insertInto('identity')
    .values(pairs.map((pair) => ({ instance_id: instanceId, ...pair })))
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'lid'])
        .doUpdateSet((eb) => ({ pn: eb.ref('excluded.pn') }))
        .whereRef('identity.pn', '<>', 'excluded.pn'),
    )
    .returning(['lid', 'pn'])
    .execute();
}

async function follow(tx: Db, instanceId: string, news: Identity[]): Promise<void> {
  const pnOf = new Map(news.map(({ lid, pn }) => [lid, pn]));
  await followMessages(tx, instanceId, pnOf);
  await followSteps(tx, instanceId, pnOf);
  await followVotes(tx, instanceId, pnOf);
  await followChats(tx, instanceId, pnOf);
  await followContacts(tx, instanceId, pnOf);
}

function identitiesBy(column: 'lid' | 'pn') {
  const select = preparedByList<{ instanceId: string }, string, Identity>((db, value, jids) =>
    db
      .selectFrom('identity')
      .select(['lid', 'pn'])
      .where('instance_id', '=', value('instanceId'))
      .where(column, 'in', jids),
  );
  return (db: Db, instanceId: string, jids: string[]): Promise<Identity[]> =>
    select(db, { instanceId }, jids);
}

const selectBy = { lid: identitiesBy('lid'), pn: identitiesBy('pn') };
