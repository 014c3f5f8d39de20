import { sql } from 'kysely';
import { mergeChats } from './chat-merge.ts';
import { mergeContacts } from './contact-merge.ts';
import { count } from './counters.ts';
import type { Db } from './schema.ts';

/** LID → the phone's JID: what was just learnt. */
export type Numbers = Map<string, string>;

/** Of all LIDs only a few have rows: one look-up by index finds those, and their rows alone are written. */
export async function followMessages(tx: Db, instanceId: string, pnOf: Numbers): Promise<void> {
  for (const lid of await stored(tx, 'message', 'remote_jid', instanceId, pnOf)) {
    const pn = pnOf.get(lid) ?? lid;
    await dropTwins(tx, instanceId, lid, pn);
    await tx
      .updateTable('message')
      .set({ remote_jid: pn, remote_jid_alt: lid })
      .where('instance_id', '=', instanceId)
      .where('remote_jid', '=', lid)
      .execute();
  }
  for (const lid of await stored(tx, 'message', 'participant', instanceId, pnOf)) {
    await tx
      .updateTable('message')
      .set({ participant: pnOf.get(lid) ?? lid, participant_alt: lid })
      .where('instance_id', '=', instanceId)
      .where('participant', '=', lid)
      .execute();
  }
}

export async function followSteps(tx: Db, instanceId: string, pnOf: Numbers): Promise<void> {
  for (const lid of await stored(tx, 'message_update', 'participant', instanceId, pnOf)) {
    await tx
      .updateTable('message_update')
      .set({ participant: pnOf.get(lid) ?? lid })
      .where('instance_id', '=', instanceId)
      .where('participant', '=', lid)
      .execute();
  }
}

/** Of two votes of one person in one poll the last one stays. */
export async function followVotes(tx: Db, instanceId: string, pnOf: Numbers): Promise<void> {
  for (const lid of await stored(tx, 'poll_vote', 'voter', instanceId, pnOf)) {
    await sql`insert into poll_vote (instance_id, message_id, voter, options, voted_at)
      select instance_id, message_id, ${pnOf.get(lid)}, options, voted_at from poll_vote
      where instance_id = ${instanceId} and voter = ${lid}
      on conflict (message_id, voter) do update set options = excluded.options, voted_at = excluded.voted_at
        where poll_vote.voted_at < excluded.voted_at`.execute(tx);
    await tx.deleteFrom('poll_vote').where('instance_id', '=', instanceId).where('voter', '=', lid).execute();
  }
}

export async function followChats(tx: Db, instanceId: string, pnOf: Numbers): Promise<void> {
  const chats = await stored(tx, 'chat', 'remote_jid', instanceId, pnOf);
  const labelled = await stored(tx, 'label_association', 'remote_jid', instanceId, pnOf);
  for (const lid of new Set([...chats, ...labelled])) {
    await mergeChats(tx, instanceId, lid, pnOf.get(lid) ?? lid);
  }
}

export async function followContacts(tx: Db, instanceId: string, pnOf: Numbers): Promise<void> {
  for (const lid of await stored(tx, 'contact', 'remote_jid', instanceId, pnOf)) {
    await mergeContacts(tx, instanceId, lid, pnOf.get(lid) ?? lid);
  }
}

/** The LIDs under which the table has rows. */
async function stored(
  tx: Db,
  table: 'message' | 'message_update' | 'poll_vote' | 'chat' | 'contact' | 'label_association',
  column: 'remote_jid' | 'participant' | 'voter',
  instanceId: string,
  pnOf: Numbers,
): Promise<string[]> {
  const [name, jid] = [sql.table(table), sql.ref(column)];
  const { rows } = await sql<{ jid: string }>`select distinct ${jid} as jid from ${name}
    where instance_id = ${instanceId} and ${jid} in (${sql.join([...pnOf.keys()])})`.execute(tx);
  return rows.map((row) => row.jid);
}

/** A message that came under both JIDs is one message: the one under the phone's JID stays. */
async function dropTwins(tx: Db, instanceId: string, lid: string, pn: string): Promise<void> {
  const { numAffectedRows = 0n } = await sql`delete from message
    where instance_id = ${instanceId} and remote_jid = ${lid} and exists (
      select 1 from message as twin
      where twin.instance_id = message.instance_id and twin.key_id = message.key_id
        and twin.remote_jid = ${pn} and twin.from_me = message.from_me)`.execute(tx);
  await count(tx, instanceId, 'message_count', -Number(numAffectedRows));
}
