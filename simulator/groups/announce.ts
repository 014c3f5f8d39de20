import { type Account, devicesOf } from '../accounts/account.ts';
import { accountJid, otherAddressing } from '../wire/jids.ts';
import { type BinaryNode, node, now, stanzaId } from '../wire/nodes.ts';
import type { Group } from './group.ts';
import { groupNode, nameIn } from './nodes.ts';

/** Tells `audience`, or all members, on all their devices, what `actor` did in the group. */
export function announce(
  group: Group,
  actor: Account,
  change: BinaryNode,
  audience: Iterable<Account> = group.members.keys(),
): void {
  const { addressing } = group;
  const notice = {
    from: group.id,
    type: 'w:gp2',
    t: now(),
    notify: actor.name,
    participant: nameIn(group, actor),
    [addressing === 'lid' ? 'participant_pn' : 'participant_lid']: accountJid(
      actor,
      otherAddressing(addressing),
    ),
    addressing_mode: addressing,
  };
  const id = stanzaId();
  for (const device of [...audience].flatMap(devicesOf))
    device.deliver(node('notification', { ...notice, id }, [change]));
}

/** Tells those who find themselves in a group what group it is. @param key the client's own for a new one */
export function introduce(
  group: Group,
  actor: Account,
  newcomers: Iterable<Account>,
  key = stanzaId(),
): void {
  announce(group, actor, node('create', { type: 'new', key }, [groupNode(group)]), newcomers);
}
