import type { GroupMetadata, GroupParticipant } from '@whiskeysockets/baileys';
import type { GroupMember } from '../../generated/index.ts';
import { findContactsByJid } from '../../store/contacts.ts';
import { findCounterparts } from '../../store/identities.ts';
import type { Db } from '../../store/schema.ts';
import { learn, pairsOfContact } from '../identity.ts';
import { isLid } from '../translate/jid.ts';
import { toParticipant } from './view.ts';

/** Keeps who of the members is who. */
export function learnMembers(db: Db, instanceId: string, { participants }: GroupMetadata): Promise<void> {
  return learn(db, instanceId, participants.flatMap(pairsOfContact));
}

/** The groups with the other JID of every member of whom WhatsApp tells one, where it is known here. */
export async function withIdentities(
  db: Db,
  instanceId: string,
  groups: GroupMetadata[],
): Promise<GroupMetadata[]> {
  const halves = groups.flatMap(({ participants }) => participants.filter(isHalf).map(({ id }) => id));
  if (halves.length === 0) return groups;
  const others = await findCounterparts(db, instanceId, halves);
  const whole = (member: GroupParticipant): GroupParticipant => {
    const other = isHalf(member) ? others.get(member.id) : undefined;
    if (!other) return member;
    return isLid(member.id) ? { ...member, phoneNumber: other } : { ...member, lid: other };
  };
  return groups.map((group) => ({ ...group, participants: group.participants.map(whole) }));
}

const isHalf = ({ id, phoneNumber, lid }: GroupParticipant): boolean => !(isLid(id) ? phoneNumber : lid);

/** The members with the names and pictures that are stored of them. */
export async function toMembers(
  db: Db,
  instanceId: string,
  { participants }: GroupMetadata,
): Promise<GroupMember[]> {
  const shown = participants.map(toParticipant);
  const jids = shown.flatMap(({ phoneNumber, lid }) => [phoneNumber, lid].filter((jid) => jid !== undefined));
  const contacts = await findContactsByJid(db, instanceId, jids);
  const contactOf = new Map(contacts.map((contact) => [contact.remote_jid, contact]));
  return shown.map((member) => {
    const contact = contactOf.get(member.phoneNumber ?? '') ?? contactOf.get(member.lid ?? '');
    const name = contact?.name ?? contact?.push_name;
    const imgUrl = contact?.profile_pic_url;
    return { ...member, ...(name && { name }), ...(imgUrl && { imgUrl }) };
  });
}
