// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { AddressingMode, GroupParticipant, ParticipantUpdate } from './index.ts';

/** A group. `notAdded` lists whom WhatsApp did not let into a group that was just created, and why.
 */
export interface GroupMetadata {
  /** JID of the group. */
  id: string;
  /** Its name. */
  subject: string;
  /** Who gave it the name. Empty where nobody knows. */
  subjectOwner: string;
  /** When, in seconds since 1970. */
  subjectTime: number;
  /** How many members it has. */
  size: number;
  /** When it was created, in seconds since 1970. */
  creation: number;
  /** Who created it. Empty where nobody knows. */
  owner: string;
  /** What it is about. */
  desc?: string;
  /** Id of this description. */
  descId?: string;
  /** Whether only admins change what it says of itself. */
  restrict: boolean;
  /** Whether only admins send. */
  announce: boolean;
  /** Whether it is a community. */
  isCommunity: boolean;
  /** Whether it is where a community is told its news. */
  isCommunityAnnounce: boolean;
  /** Whether an admin must let people in. */
  joinApprovalMode: boolean;
  /** Whether every member may add others. */
  memberAddMode: boolean;
  /** JID of the community it belongs to. */
  linkedParent: string | null;
  addressingMode?: AddressingMode;
  /** Seconds after which its messages disappear. */
  ephemeralDuration?: number;
  /** Who brought this about. */
  author?: string;
  /** The code of its invite link. */
  inviteCode?: string;
  /** Name of the author. */
  notify?: string;
  /** The members of a group. */
  participants: Array<GroupParticipant>;
  /** One entry for each person. */
  notAdded?: Array<ParticipantUpdate>;
}
