import type { Account } from '../accounts/account.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import type { Addressing } from '../wire/jids.ts';
import { introduce } from './announce.ts';
import { type Group, makeGroup } from './group.ts';
import { type Outcome, refusesGroups } from './members.ts';

export type GroupPlan = {
  creator: Account;
  subject: string;
  /** Of those who shall be in it, the creator aside. */
  jids: string[];
  addressing?: Addressing | undefined;
  key?: string | undefined;
};

/** As long as WhatsApp lets subjects be. */
const MAX_SUBJECT = 100;

export function checkSubject(subject: string): string {
  if (subject.length === 0 || subject.length > MAX_SUBJECT) throw new Problem(406, 'not-acceptable');
  return subject;
}

/**
 * Creates a group and tells its members. Whoever does not exist (404) or does not let the creator add him
 * (403) is left out, which the outcomes say.
 * @throws Problem 406 for a subject that is empty or too long
 */
export function createGroup(network: Network, plan: GroupPlan): { group: Group; outcomes: Outcome[] } {
  const { creator, jids, key, addressing = network.groupAddressing } = plan;
  const subject = checkSubject(plan.subject);
  const outcomes = jids.map((jid): Outcome => {
    const account = accountOf(network, jid);
    if (!account) return { jid, account, error: 404 };
    return { jid, account, error: refusesGroups(account) ? 403 : undefined };
  });
  const members = outcomes.flatMap(({ account, error }) => (account && !error ? [account] : []));
  const group = makeGroup({ creator, subject, members, addressing });
  network.groups.set(group.id, group);
  introduce(group, creator, group.members.keys(), key);
  return { group, outcomes };
}
