import type { GroupMetadata, GroupParticipant } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import type { GroupChange, GroupParticipantsUpdateData, ParticipantData } from '../../generated/index.ts';
import { updateChat } from '../../store/chats.ts';
import { findContactsByJid } from '../../store/contacts.ts';
import { toGroupMetadata } from '../groups/view.ts';
import { learn, pairsOfContact, shownJids } from '../identity.ts';
import { withoutDevice } from '../translate/jid.ts';
import { writeContacts } from './contacts.ts';
import { type Handle, ifAny, isIgnored, type Scene } from './scene.ts';

/** Groups that this account has made or was added to. */
export const onGroups: Handle<'groups.upsert'> = async (scene, groups) => {
  const wanted = groups.filter(({ id }) => !isIgnored(scene, id));
  const members = wanted.flatMap(({ participants }) => participants);
  await learn(scene.tx, scene.instanceId, members.flatMap(pairsOfContact));
  const contacts = await writeContacts(scene, wanted.map(contactOf));
  const data = wanted.map(toGroupMetadata);
  return [...ifAny(data, (groups) => ({ type: 'groups.upsert', data: groups })), ...contacts];
};

/** What of a group has changed. Its subject is the name of its chat. */
export const onGroupUpdates: Handle<'groups.update'> = async (scene, updates) => {
  const events: NewEvent[] = [];
  const changes: GroupChange[] = [];
  for (const update of updates) {
    if (!update.id || isIgnored(scene, update.id)) continue;
    changes.push(await changeOf(scene, update.id, update));
    const { subject } = update;
    if (!subject) continue;
    await updateChat(scene.tx, scene.instanceId, { remote_jid: update.id, name: subject });
    events.push(...(await writeContacts(scene, [contactOf({ id: update.id, subject })])));
  }
  return [...ifAny(changes, (data) => ({ type: 'groups.update', data })), ...events];
};

/** Who has joined or left, or has become an admin or none. */
export const onParticipants: Handle<'group-participants.update'> = async (scene, update) => {
  const { id, author, authorPn, participants, action } = update;
  if (isIgnored(scene, id)) return [];
  const { tx, instanceId } = scene;
  await learn(tx, instanceId, [...participants.flatMap(pairsOfContact), [author, authorPn]]);
  const jids = participants.map((participant) => withoutDevice(participant.id));
  const shown = await shownJids(tx, instanceId, author ? [...jids, author] : jids);
  const data: GroupParticipantsUpdateData = {
    id,
    ...(author && { author: shown(author) }),
    participants: jids.map(shown),
    action,
    participantsData: await describe(scene, participants, shown),
  };
  return [{ type: 'group-participants.update', data }];
};

const contactOf = ({ id, subject }: Pick<GroupMetadata, 'id' | 'subject'>) =>
  ({ remote_jid: id, push_name: subject, type: 'group' }) as const;

async function changeOf(scene: Scene, id: string, update: Partial<GroupMetadata>): Promise<GroupChange> {
  const { subject, subjectTime, desc, descId, restrict, announce, joinApprovalMode, memberAddMode } = update;
  const { ephemeralDuration, inviteCode } = update;
  const author = update.authorPn ?? update.author;
  const subjectOwner = update.subjectOwnerPn ?? update.subjectOwner;
  const people = [author, subjectOwner].filter((jid) => jid !== undefined);
  const shown = await shownJids(scene.tx, scene.instanceId, people);
  const change = {
    ...{ id, subject, subjectTime, descId, restrict, announce, joinApprovalMode, memberAddMode },
    ...{ ephemeralDuration, inviteCode },
    ...('desc' in update && { desc: desc ?? null }),
    author: author && shown(author),
    subjectOwner: subjectOwner && shown(subjectOwner),
  };
  // What is not told is left out; `fromEntries` forgets the names of the rest.
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as unknown as GroupChange;
}

async function describe(
  { tx, instanceId }: Scene,
  participants: GroupParticipant[],
  shown: (jid: string) => string,
): Promise<ParticipantData[]> {
  const jids = participants.map(({ id }) => shown(id));
  const contacts = await findContactsByJid(tx, instanceId, jids);
  const known = new Map(contacts.map((contact) => [contact.remote_jid, contact]));
  return jids.map((jid) => {
    const { push_name, name, profile_pic_url } = known.get(jid) ?? {};
    const shownName = push_name ?? name;
    return {
      jid,
      ...(jid.endsWith('@s.whatsapp.net') && { phoneNumber: jid }),
      ...(shownName && { name: shownName }),
      ...(profile_pic_url && { imgUrl: profile_pic_url }),
    };
  });
}
