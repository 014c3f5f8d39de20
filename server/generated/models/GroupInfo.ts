// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { GroupParticipant } from './index.ts';

/** A group and its picture. Its members are absent from a list that was asked for without them. */
export interface GroupInfo {
  /** JID of the group. */
  id: string;
  /** Its name. */
  subject: string;
  /** Who gave it the name. Empty where nobody knows. */
  subjectOwner: string;
  /** When, in seconds since 1970. */
  subjectTime: number;
  /** Address of its picture. */
  pictureUrl: string | null;
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
  /** JID of the community it belongs to. */
  linkedParent: string | null;
  /** The members of a group. */
  participants?: Array<GroupParticipant>;
}
