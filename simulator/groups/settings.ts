import type { Account } from '../accounts/account.ts';
import { Problem } from '../problem.ts';
import { node, now } from '../wire/nodes.ts';
import { announce } from './announce.ts';
import { checkSubject } from './create.ts';
import { type Group, isAdmin, newInviteCode } from './group.ts';
import { nameIn } from './nodes.ts';

/** @throws Problem 403 */
export function requireAdmin(group: Group, by: Account): void {
  if (!isAdmin(group, by)) throw new Problem(403, 'forbidden');
}

/** Subject, description and picture are for all members to change, unless the group is locked. */
export function requireEditor(group: Group, by: Account): void {
  if (group.locked || !group.members.has(by)) requireAdmin(group, by);
}

export function setSubject(group: Group, by: Account, text: string): void {
  requireEditor(group, by);
  group.subject = { by, at: now(), text: checkSubject(text) };
  const said = { subject: text, s_t: group.subject.at, s_o: nameIn(group, by) };
  announce(group, by, node('subject', said));
}

export type NewDescription = {
  /** Empty to delete the description. */
  text: string;
  id: string;
  /** Id of the description that is replaced; undefined where there is none. */
  previous: string | undefined;
};

/** @throws Problem 409 when the description is not the one the change was made for */
export function setDescription(group: Group, by: Account, { text, id, previous }: NewDescription): void {
  requireEditor(group, by);
  if (group.description?.id !== previous) throw new Problem(409, 'conflict');
  const isDeleted = text === '';
  group.description = isDeleted ? undefined : { by, at: now(), id, text };
  const body = isDeleted ? undefined : [node('body', {}, Buffer.from(text))];
  announce(group, by, node('description', { id, delete: isDeleted ? 'true' : undefined }, body));
}

export function setAnnounce(group: Group, by: Account, on: boolean): void {
  requireAdmin(group, by);
  group.announce = on;
  announce(group, by, node(on ? 'announcement' : 'not_announcement'));
}

export function setLocked(group: Group, by: Account, on: boolean): void {
  requireAdmin(group, by);
  group.locked = on;
  announce(group, by, node(on ? 'locked' : 'unlocked'));
}

/** @param seconds 0 is never */
export function setEphemeral(group: Group, by: Account, seconds: number): void {
  requireEditor(group, by);
  group.ephemeral = seconds;
  announce(group, by, seconds > 0 ? node('ephemeral', { expiration: seconds }) : node('not_ephemeral'));
}

/** Who may add members. @throws Problem 400 */
export function setAddMode(group: Group, by: Account, mode: string): void {
  requireAdmin(group, by);
  if (mode !== 'all_member_add' && mode !== 'admin_add') throw new Problem(400, 'bad-request');
  group.addMode = mode;
  announce(group, by, node('member_add_mode', {}, Buffer.from(mode)));
}

export function setApproval(group: Group, by: Account, on: boolean): void {
  requireAdmin(group, by);
  group.approval = on;
  const state = node('group_join', { state: on ? 'on' : 'off' });
  announce(group, by, node('membership_approval_mode', {}, [state]));
}

/** The old invite code becomes worthless. Returns the new one. */
export function revokeInvite(group: Group, by: Account): string {
  requireAdmin(group, by);
  group.inviteCode = newInviteCode();
  announce(group, by, node('invite', { code: group.inviteCode }));
  return group.inviteCode;
}
