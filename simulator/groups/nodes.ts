import type { Account } from '../accounts/account.ts';
import { accountJid, otherAddressing } from '../wire/jids.ts';
import { type BinaryNode, node } from '../wire/nodes.ts';
import type { Group, Role } from './group.ts';

/** The name by which an account appears in the group. */
export function nameIn(group: Group, account: Account): string {
  return accountJid(account, group.addressing);
}

/** Both names of an account, as attributes beside each other. */
function namesIn(group: Group, account: Account) {
  const alternative = accountJid(account, otherAddressing(group.addressing));
  return {
    jid: nameIn(group, account),
    [group.addressing === 'lid' ? 'phone_number' : 'lid']: alternative,
  };
}

export function memberNode(group: Group, account: Account, role: Role = 'member'): BinaryNode {
  return node('participant', {
    ...namesIn(group, account),
    type: role === 'member' ? undefined : role,
  });
}

/** Somebody who could not be added, by the name the client used. Who refuses may still be invited. */
export function refusedNode(jid: string, error: number, invitation?: BinaryNode): BinaryNode {
  return node('participant', { jid, error }, invitation && [invitation]);
}

function descriptionNode(group: Group): BinaryNode[] {
  const { description } = group;
  if (!description) return [];
  const { id, at, by, text } = description;
  const author = {
    participant: nameIn(group, by),
    participant_pn: group.addressing === 'lid' ? accountJid(by) : undefined,
  };
  return [node('description', { id, t: at, ...author }, [node('body', {}, Buffer.from(text))])];
}

function settingNodes({ announce, locked, ephemeral, addMode, approval }: Group): BinaryNode[] {
  return [
    ...(announce ? [node('announcement')] : []),
    ...(locked ? [node('locked')] : []),
    ...(ephemeral > 0 ? [node('ephemeral', { expiration: ephemeral })] : []),
    node('member_add_mode', {}, Buffer.from(addMode)),
    ...(approval ? [node('membership_approval_mode', {}, [node('group_join', { state: 'on' })])] : []),
  ];
}

/** Everything about a group, as its members see it. `others` are listed after the members. */
export function groupNode(group: Group, others: BinaryNode[] = []): BinaryNode {
  const { subject, created, addressing, members } = group;
  const numbers =
    addressing === 'lid' ? { s_o_pn: accountJid(subject.by), creator_pn: accountJid(created.by) } : {};
  const attributes = {
    id: group.id.split('@')[0],
    subject: subject.text,
    s_t: subject.at,
    s_o: nameIn(group, subject.by),
    creation: created.at,
    creator: nameIn(group, created.by),
    ...numbers,
    addressing_mode: addressing,
    size: members.size,
  };
  const people = [...members].map(([account, role]) => memberNode(group, account, role));
  return node('group', attributes, [...people, ...others, ...descriptionNode(group), ...settingNodes(group)]);
}
