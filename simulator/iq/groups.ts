import { createGroup } from '../groups/create.ts';
import { type Group, groupOf } from '../groups/group.ts';
import { leave } from '../groups/joining.ts';
import { changeMembers, type MemberChange, type Outcome } from '../groups/members.ts';
import { groupNode, memberNode, refusedNode } from '../groups/nodes.ts';
import { Problem } from '../problem.ts';
import type { Session } from '../stanzas/receive.ts';
import { type BinaryNode, children, node } from '../wire/nodes.ts';
import type { Handler, IqTable } from './answer.ts';

/** The group a request is sent to. @throws Problem 404, and 403 for strangers */
export function groupAsked(session: Session, iq: BinaryNode): Group {
  return groupNamedBy(session, iq.attrs.to);
}

/** A group the client is in. @throws Problem 404, and 403 for strangers */
export function groupNamedBy({ network, account }: Session, jid: string | undefined): Group {
  const group = groupOf(network, jid);
  if (!group) throw new Problem(404, 'item-not-found');
  if (!group.members.has(account)) throw new Problem(403, 'forbidden');
  return group;
}

/** The JIDs of a list of participants. */
export function listed(parent: BinaryNode | undefined): string[] {
  return children(parent, 'participant').map(({ attrs }) => attrs.jid ?? '');
}

/** What became of each participant, without an error where all is well. */
export function outcomeNodes(group: Group, outcomes: Outcome[]): BinaryNode[] {
  return outcomes.map(({ jid, account, error }) => {
    if (account && error === undefined) return memberNode(group, account);
    return refusedNode(jid, error ?? 500);
  });
}

const changing =
  (tag: MemberChange): Handler<Session> =>
  (session, query, iq) => {
    const group = groupAsked(session, iq);
    const outcomes = changeMembers(session.network, group, session.account, tag, listed(query));
    const told = session.network.faults.untoldMembers ? [] : outcomes;
    return { content: [node(tag, {}, outcomeNodes(group, told))] };
  };

/** Groups as a whole, and who is in them. */
export const groupIqs: IqTable = {
  'w:g2:set:create': ({ network, account }, create) => {
    const { subject = '', key } = create.attrs;
    const plan = { creator: account, subject, jids: listed(create), key };
    const { group, outcomes } = createGroup(network, plan);
    const refused = outcomes.filter(({ error }) => error !== undefined);
    return { content: [groupNode(group, outcomeNodes(group, refused))] };
  },
  'w:g2:get:query': (session, _query, iq) => ({ content: [groupNode(groupAsked(session, iq))] }),
  'w:g2:get:participating': ({ network, account }) => {
    const mine = [...network.groups.values()].filter(({ members }) => members.has(account));
    return {
      content: [
        node(
          'groups',
          {},
          mine.map((group) => groupNode(group)),
        ),
      ],
    };
  },
  'w:g2:set:leave': ({ network, account }, query) => {
    const left = children(query, 'group').map(({ attrs }) => {
      const group = groupOf(network, attrs.id);
      if (!group?.members.has(account)) return node('group', { id: attrs.id, error: 404 });
      leave(group, account);
      return node('group', { id: group.id });
    });
    return { content: [node('leave', {}, left)] };
  },
  'w:g2:set:add': changing('add'),
  'w:g2:set:remove': changing('remove'),
  'w:g2:set:promote': changing('promote'),
  'w:g2:set:demote': changing('demote'),
};
