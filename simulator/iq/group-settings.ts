import type { Group } from '../groups/group.ts';
import * as settings from '../groups/settings.ts';
import type { Session } from '../stanzas/receive.ts';
import { type BinaryNode, bytes, child, stanzaId } from '../wire/nodes.ts';
import type { Handler, IqTable } from './answer.ts';
import { groupAsked } from './groups.ts';

const changing =
  (change: (group: Group, session: Session, query: BinaryNode) => void): Handler<Session> =>
  (session, query, iq) => {
    change(groupAsked(session, iq), session, query);
    return {};
  };

/** What a group is called and how it works. */
export const groupSettingIqs: IqTable = {
  'w:g2:set:subject': changing((group, { account }, query) =>
    settings.setSubject(group, account, bytes(query).toString()),
  ),
  'w:g2:set:description': changing((group, { account }, query) => {
    const { id = stanzaId(), prev: previous } = query.attrs;
    const text = bytes(child(query, 'body')).toString();
    settings.setDescription(group, account, { id, previous, text });
  }),
  'w:g2:set:announcement': changing((group, { account }) => settings.setAnnounce(group, account, true)),
  'w:g2:set:not_announcement': changing((group, { account }) => settings.setAnnounce(group, account, false)),
  'w:g2:set:locked': changing((group, { account }) => settings.setLocked(group, account, true)),
  'w:g2:set:unlocked': changing((group, { account }) => settings.setLocked(group, account, false)),
  'w:g2:set:ephemeral': changing((group, { account }, { attrs }) =>
    settings.setEphemeral(group, account, Number(attrs.expiration)),
  ),
  'w:g2:set:not_ephemeral': changing((group, { account }) => settings.setEphemeral(group, account, 0)),
  'w:g2:set:member_add_mode': changing((group, { account }, query) =>
    settings.setAddMode(group, account, bytes(query).toString()),
  ),
  'w:g2:set:membership_approval_mode': changing((group, { account }, query) =>
    settings.setApproval(group, account, child(query, 'group_join')?.attrs.state === 'on'),
  ),
};
