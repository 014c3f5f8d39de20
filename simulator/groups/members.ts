import type { Account } from '../accounts/account.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { type BinaryNode, node } from '../wire/nodes.ts';
import { announce, introduce } from './announce.ts';
import { type Group, isAdmin } from './group.ts';
import { memberNode } from './nodes.ts';

export type MemberChange = 'add' | 'remove' | 'promote' | 'demote';

/** What became of one participant: `error` is undefined when all went well. */
export type Outcome = { jid: string; account: Account | undefined; error: number | undefined };

/** Somebody whose privacy lets nobody add him gets 403: he can be invited only. */
export function refusesGroups(account: Account): boolean {
  return account.privacy.get('groupadd') === 'none';
}

/** Why a change is not possible for one account. The creator stays, and stays in charge. */
function obstacle(group: Group, change: MemberChange, account: Account | undefined): number | undefined {
  if (!account) return 404;
  const role = group.members.get(account);
  if (change === 'add') {
    if (role) return 409;
    return refusesGroups(account) ? 403 : undefined;
  }
  if (!role) return 404;
  return role === 'superadmin' && change !== 'promote' ? 403 : undefined;
}

/** Adds a member and tells everybody, the newcomer too. */
export function enter(group: Group, account: Account, by: Account, reason?: string): void {
  const before = [...group.members.keys()];
  group.members.set(account, 'member');
  group.requests.delete(account);
  introduce(group, by, [account]);
  announce(group, by, node('add', { reason }, [memberNode(group, account)]), before);
}

/** Takes a member out, after everybody has been told. */
export function depart(group: Group, account: Account, by: Account): void {
  announce(group, by, change(group, 'remove', account));
  group.members.delete(account);
}

function change(group: Group, tag: MemberChange, account: Account): BinaryNode {
  return node(tag, {}, [memberNode(group, account)]);
}

function apply(group: Group, tag: MemberChange, account: Account, by: Account): void {
  if (tag === 'add') enter(group, account, by);
  else if (tag === 'remove') depart(group, account, by);
  else {
    group.members.set(account, tag === 'promote' ? 'admin' : 'member');
    announce(group, by, change(group, tag, account));
  }
}

/**
 * Adds or removes members, or makes them admins or not, as `by` asks.
 * @throws Problem 403 when `by` may not do this in the group
 */
export function changeMembers(
  network: Network,
  group: Group,
  by: Account,
  tag: MemberChange,
  jids: string[],
): Outcome[] {
  const open = tag === 'add' && group.addMode === 'all_member_add' && group.members.has(by);
  if (!open && !isAdmin(group, by)) throw new Problem(403, 'forbidden');
  return jids.map((jid) => {
    const account = accountOf(network, jid);
    const error = obstacle(group, tag, account);
    if (account && error === undefined) apply(group, tag, account, by);
    return { jid, account, error };
  });
}
