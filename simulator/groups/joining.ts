import type { Account } from '../accounts/account.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { node, now } from '../wire/nodes.ts';
import { announce } from './announce.ts';
import { type Group, isAdmin } from './group.ts';
import { depart, enter, type Outcome } from './members.ts';
import { memberNode } from './nodes.ts';
import { requireAdmin } from './settings.ts';

/** The group with this invite code. @throws Problem 406 */
export function groupByCode(network: Network, code: string | undefined): Group {
  const group = [...network.groups.values()].find(({ inviteCode }) => inviteCode === code);
  if (!group) throw new Problem(406, 'not-acceptable');
  return group;
}

function adminsOf(group: Group): Account[] {
  return [...group.members.keys()].filter((account) => isAdmin(group, account));
}

/**
 * Joins by invite code or, where admins have to agree, asks to.
 * @throws Problem 409 for members
 */
export function join(group: Group, account: Account): 'joined' | 'requested' {
  if (group.members.has(account)) throw new Problem(409, 'conflict');
  if (!group.approval) {
    enter(group, account, account, 'invite');
    return 'joined';
  }
  group.requests.set(account, now());
  const created = { request_method: 'invite_link' };
  const request = node('created_membership_requests', created, [memberNode(group, account)]);
  announce(group, account, request, adminsOf(group));
  return 'requested';
}

/** Lets those in, or turns those away, who asked to join. */
export function decide(
  network: Network,
  group: Group,
  by: Account,
  action: 'approve' | 'reject',
  jids: string[],
): Outcome[] {
  requireAdmin(group, by);
  return jids.map((jid) => {
    const account = accountOf(network, jid);
    if (!account || !group.requests.delete(account)) return { jid, account, error: 404 };
    if (action === 'approve') enter(group, account, by, 'linked_group_join');
    else announce(group, by, rejection(group, account), [...adminsOf(group), account]);
    return { jid, account, error: undefined };
  });
}

function rejection(group: Group, account: Account) {
  return node('revoked_membership_requests', {}, [memberNode(group, account)]);
}

/** @throws Problem 404 for strangers */
export function leave(group: Group, account: Account): void {
  if (!group.members.has(account)) throw new Problem(404, 'item-not-found');
  depart(group, account, account);
}
