import type { Account } from '../accounts/account.ts';
import { type Group, groupOf } from '../groups/group.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { type Addressing, accountJid, addressingOf, isGroupJid, STATUS } from '../wire/jids.ts';

/** Where a message goes: to a person, by one of two names; to a group; or, as a status, to an audience. */
export type Chat =
  | { kind: 'person'; jid: string; addressing: Addressing; person: Account }
  | { kind: 'group'; jid: string; addressing: Addressing; group: Group }
  | { kind: 'status'; jid: string; addressing: Addressing; audience: Account[] };

function personOf(network: Network, field: string, to: string): { person: Account; jid: string } {
  const jid = to.includes('@') ? to : `${to}@s.whatsapp.net`;
  const person = accountOf(network, jid);
  if (!person) throw new Problem(404, `${field}: ${to} is not on WhatsApp`);
  return { person, jid: accountJid(person, addressingOf(jid)) };
}

/**
 * The chat that `to` names: a number, the JID of a person or a group, or `status@broadcast`.
 * @param audience numbers or JIDs of those who get a status
 * @throws Problem 400, 404
 */
export function chatOf(network: Network, to: string, audience: string[] = []): Chat {
  if (to === STATUS) {
    if (audience.length === 0) throw new Problem(400, 'statusJidList must name who gets the status');
    const people = audience.map((jid) => personOf(network, 'statusJidList', jid).person);
    return { kind: 'status', jid: STATUS, addressing: 'pn', audience: people };
  }
  if (isGroupJid(to)) {
    const group = groupOf(network, to);
    if (!group) throw new Problem(404, `to: there is no group ${to}`);
    return { kind: 'group', jid: group.id, addressing: group.addressing, group };
  }
  const { person, jid } = personOf(network, 'to', to);
  return { kind: 'person', jid, addressing: addressingOf(jid), person };
}
