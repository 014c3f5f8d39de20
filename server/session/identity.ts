import type { Contact } from '@whiskeysockets/baileys';
import { findCounterparts, type Identity, learnIdentities } from '../store/identities.ts';
import type { Db, NewMessage } from '../store/schema.ts';
import { isLid, isUser, withoutDevice } from './translate/jid.ts';

type Jid = string | null | undefined;

/** Who is who, if these are the two JIDs of one person. */
export function identityOf(one: Jid, other: Jid): Identity | undefined {
  if (!one || !other) return undefined;
  const [a, b] = [withoutDevice(one), withoutDevice(other)];
  if (isLid(a) && isUser(b)) return { lid: a, pn: b };
  return isLid(b) && isUser(a) ? { lid: b, pn: a } : undefined;
}

/** Keeps every pair of JIDs that is one; call it within the transaction of what told of them. */
export async function learn(tx: Db, instanceId: string, pairs: [Jid, Jid][]): Promise<void> {
  const known = pairs.flatMap(([one, other]) => identityOf(one, other) ?? []);
  if (known.length > 0) await learnIdentities(tx, instanceId, known);
}

/** The pairs that a contact of Baileys tells of. */
export const pairsOfContact = ({ id, lid, phoneNumber }: Contact): [Jid, Jid][] => [
  [id, lid],
  [id, phoneNumber],
];

/** A function that gives the JID to show for each of these: the phone's where it is known. */
export async function shownJids(
  db: Db,
  instanceId: string,
  jids: string[],
): Promise<(jid: string) => string> {
  const plain = jids.map(withoutDevice);
  const numbers = await findCounterparts(db, instanceId, plain.filter(isLid));
  return (jid) => numbers.get(withoutDevice(jid)) ?? withoutDevice(jid);
}

/** The messages with the chat and the author under the phones' JIDs and their LIDs beside them, as far as known. */
export async function identified(tx: Db, instanceId: string, rows: NewMessage[]): Promise<NewMessage[]> {
  await learn(
    tx,
    instanceId,
    rows.flatMap((row) => [
      [row.remote_jid, row.remote_jid_alt],
      [row.participant, row.participant_alt],
    ]),
  );
  const halves = rows.flatMap((row) => [
    row.remote_jid_alt ? [] : [row.remote_jid],
    row.participant_alt || !row.participant ? [] : [row.participant],
  ]);
  const counterparts = await findCounterparts(tx, instanceId, halves.flat());
  return rows.map((row) => withBothJids(row, counterparts));
}

function withBothJids(row: NewMessage, counterparts: Map<string, string>): NewMessage {
  const [remote_jid, remote_jid_alt] = phoneFirst(row.remote_jid, row.remote_jid_alt, counterparts);
  if (!row.participant) return { ...row, remote_jid, remote_jid_alt };
  const [participant, participant_alt] = phoneFirst(row.participant, row.participant_alt, counterparts);
  return { ...row, remote_jid, remote_jid_alt, participant, participant_alt };
}

function phoneFirst(
  jid: string,
  alt: string | null,
  counterparts: Map<string, string>,
): [string, string | null] {
  const other = alt ?? counterparts.get(jid) ?? null;
  return other && isLid(jid) ? [other, jid] : [jid, other];
}
