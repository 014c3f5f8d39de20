import type { GroupMetadata as Metadata, GroupParticipant as Participant } from '@whiskeysockets/baileys';
import type { AddressingMode, GroupInfo, GroupMetadata, GroupParticipant } from '../../generated/index.ts';
import { isLid, withoutDevice } from '../translate/jid.ts';

/** A group as the contract shows it (wire-contract 2.6); who is known by phone number is shown by it. */
export function toGroupMetadata(metadata: Metadata): GroupMetadata {
  const { addressingMode, ephemeralDuration, inviteCode, notify, author, authorPn } = metadata;
  const by = authorPn ?? author;
  return {
    ...common(metadata),
    joinApprovalMode: metadata.joinApprovalMode ?? false,
    memberAddMode: metadata.memberAddMode ?? false,
    ...(addressingMode && { addressingMode: addressingMode as AddressingMode }),
    ...(ephemeralDuration && { ephemeralDuration }),
    ...(by && { author: withoutDevice(by) }),
    ...(inviteCode && { inviteCode }),
    ...(notify && { notify }),
    participants: metadata.participants.map(toParticipant),
  };
}

/** A group and its picture. */
export function toGroupInfo(metadata: Metadata, pictureUrl: string | null): GroupInfo {
  return { ...common(metadata), pictureUrl, participants: metadata.participants.map(toParticipant) };
}

export function toParticipant({ id, phoneNumber, lid, admin }: Participant): GroupParticipant {
  const phone = isLid(id) ? phoneNumber : id;
  const hidden = isLid(id) ? id : lid;
  return { id, ...(phone && { phoneNumber: phone }), ...(hidden && { lid: hidden }), admin: admin ?? null };
}

function common(metadata: Metadata) {
  const owner = phoneOf(metadata, metadata.ownerPn, metadata.owner);
  const subjectOwner = phoneOf(metadata, metadata.subjectOwnerPn, metadata.subjectOwner);
  return {
    id: metadata.id,
    subject: metadata.subject,
    subjectOwner: subjectOwner || owner,
    subjectTime: seconds(metadata.subjectTime) || seconds(metadata.creation),
    size: metadata.size ?? metadata.participants.length,
    creation: seconds(metadata.creation),
    owner: owner || subjectOwner,
    ...(metadata.desc !== undefined && { desc: metadata.desc }),
    ...(metadata.descId !== undefined && { descId: metadata.descId }),
    restrict: metadata.restrict ?? false,
    announce: metadata.announce ?? false,
    isCommunity: metadata.isCommunity ?? false,
    isCommunityAnnounce: metadata.isCommunityAnnounce ?? false,
    linkedParent: metadata.linkedParent ?? null,
  };
}

/** Empty where nobody is known. */
function phoneOf({ participants }: Metadata, phone: string | undefined, jid = ''): string {
  const member = participants.find(({ id }) => id === withoutDevice(jid));
  return withoutDevice(phone ?? member?.phoneNumber ?? jid);
}

const seconds = (value: number | undefined): number => value || 0; // NaN where WhatsApp does not say
