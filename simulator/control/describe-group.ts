import type { Group } from '../groups/group.ts';
import type { Outcome } from '../groups/members.ts';
import { accountJid } from '../wire/jids.ts';
import { describePicture } from './describe-phone.ts';

/** A group as the control API shows it; people are named by number. */
export function describeGroup(group: Group) {
  const { id, addressing, created, subject, description, announce, locked, ephemeral, picture } = group;
  return {
    id,
    addressing,
    creator: created.by.number,
    created: created.at,
    subject: subject.text,
    description: description?.text ?? null,
    announce,
    locked,
    ephemeral,
    memberAddMode: group.addMode,
    approval: group.approval,
    inviteCode: group.inviteCode,
    picture: describePicture(picture),
    members: [...group.members].map(([account, role]) => ({
      number: account.number,
      jid: accountJid(account),
      lid: accountJid(account, 'lid'),
      role,
    })),
    requests: [...group.requests.keys()].map(({ number }) => number),
  };
}

/** What became of those who were to be added, removed and so on: a status as clients get it. */
export function describeOutcomes(outcomes: Outcome[]) {
  return outcomes.map(({ jid, error }) => ({ number: jid.split('@')[0], status: String(error ?? 200) }));
}
