import type { WAMessageKey } from '@whiskeysockets/baileys';
import type { MessageReference } from '../../generated/index.ts';
import { findMessageByKey } from '../../store/messages.ts';
import type { MessageRecord } from '../../store/schema.ts';
import type { Actor } from '../actor.ts';
import { shownJid } from '../people.ts';
import { isUser, numberVariants, toJid } from '../translate/jid.ts';

/** The message that is meant, if it is stored. Its chat may be named by either JID and any spelling. */
export async function findReferred(
  { deps, owner }: Actor,
  { id, fromMe, remoteJid }: MessageReference,
): Promise<MessageRecord | undefined> {
  const jid = await shownJid(deps.db, owner.id, toJid(remoteJid));
  for (const spelling of isUser(jid) ? userVariants(jid) : [jid]) {
    const row = await findMessageByKey(deps.db, owner.id, { id, fromMe, remoteJid: spelling });
    if (row) return row;
  }
  return undefined;
}

const userVariants = (jid: string): string[] =>
  numberVariants(jid.split('@')[0] ?? '').map((digits) => `${digits}@s.whatsapp.net`);

/** The key of a message of which nothing more is known than what the caller says. */
export function givenKey({ id, fromMe, remoteJid, participant }: MessageReference): WAMessageKey {
  const author = participant ? { participant: toJid(participant) } : {};
  return { id, fromMe, remoteJid: toJid(remoteJid), ...author };
}

/** The key by the JIDs that the contract shows: those of phones where they are known. */
export function shownKey(row: MessageRecord): WAMessageKey {
  const author = row.participant ? { participant: row.participant } : {};
  return { id: row.key_id, fromMe: row.from_me === 1, remoteJid: row.remote_jid, ...author };
}

/** The key by the JIDs under which the message came: what is said of it has to go back that way. */
export function wireKey(row: MessageRecord): WAMessageKey {
  const shown = shownKey(row);
  if (row.addressing_mode !== 'lid') return shown;
  const author = row.participant_alt ?? row.participant;
  return {
    ...shown,
    remoteJid: row.remote_jid_alt ?? row.remote_jid,
    ...(author && { participant: author }),
  };
}
