import { isAdmin } from '../groups/group.ts';
import { decide, groupByCode, join } from '../groups/joining.ts';
import { enter } from '../groups/members.ts';
import { groupNode, nameIn } from '../groups/nodes.ts';
import { requireAdmin, revokeInvite } from '../groups/settings.ts';
import { accountOf } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid, isGroupJid } from '../wire/jids.ts';
import { children, node } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';
import { groupAsked, listed, outcomeNodes } from './groups.ts';

/** To `@g.us`, requests speak of any group by its code; to a group, of that group's own code. */
const ANY_GROUP = '@g.us';

/** How people come into groups by themselves. */
export const groupInviteIqs: IqTable = {
  'w:g2:get:invite': (session, query, iq) => {
    if (iq.attrs.to === ANY_GROUP)
      return { content: [groupNode(groupByCode(session.network, query.attrs.code))] };
    const group = groupAsked(session, iq);
    if (!isAdmin(group, session.account)) throw new Problem(401, 'not-authorized');
    return { content: [node('invite', { code: group.inviteCode })] };
  },
  'w:g2:set:invite': (session, query, iq) => {
    if (iq.attrs.to !== ANY_GROUP) {
      const code = revokeInvite(groupAsked(session, iq), session.account);
      return { content: [node('invite', { code })] };
    }
    const group = groupByCode(session.network, query.attrs.code);
    const outcome = join(group, session.account);
    const tag = outcome === 'joined' ? 'group' : 'membership_approval_request';
    return { content: [node(tag, { jid: group.id })] };
  },
  /** A personal invitation, which an admin sent as a message. */
  'w:g2:set:accept': ({ network, account }, { attrs }, iq) => {
    const group = network.groups.get(iq.attrs.to ?? '');
    const admin = accountOf(network, attrs.admin);
    if (!group || !isGroupJid(group.id)) throw new Problem(404, 'item-not-found');
    if (!admin || !isAdmin(group, admin)) throw new Problem(406, 'not-acceptable');
    if (!group.members.has(account)) enter(group, account, admin, 'invite');
    return {};
  },
  'w:g2:set:revoke': (session, _query, iq) => {
    requireAdmin(groupAsked(session, iq), session.account);
    return {};
  },
  'w:g2:get:membership_approval_requests': (session, _query, iq) => {
    const group = groupAsked(session, iq);
    requireAdmin(group, session.account);
    const requests = [...group.requests].map(([account, at]) =>
      node('membership_approval_request', {
        jid: nameIn(group, account),
        phone_number: accountJid(account),
        request_method: 'invite_link',
        request_time: at,
      }),
    );
    return { content: [node('membership_approval_requests', {}, requests)] };
  },
  'w:g2:set:membership_requests_action': (session, query, iq) => {
    const group = groupAsked(session, iq);
    const [verdict] = children(query);
    const action = verdict?.tag === 'approve' ? 'approve' : 'reject';
    const outcomes = decide(session.network, group, session.account, action, listed(verdict));
    return {
      content: [node('membership_requests_action', {}, [node(action, {}, outcomeNodes(group, outcomes))])],
    };
  },
};
