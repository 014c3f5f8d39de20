import type { Device } from '../accounts/account.ts';
import { type Group, groupOf, isAdmin, memberDevices } from '../groups/group.ts';
import { deviceOf, type Network } from '../network.ts';
import { participantNames } from '../wire/jids.ts';
import { type BinaryNode, children } from '../wire/nodes.ts';
import { copiesOf, type Share } from './shares.ts';

/**
 * A message to a group goes to every device of every member: one ciphertext for all, and before it, for those
 * that lack it, the key. Strangers, and members where only admins may write, are refused with 403.
 */
export function groupShares(network: Network, sender: Device, message: BinaryNode): Share[] | number {
  const group = groupOf(network, message.attrs.to);
  if (!group) return 404;
  const { account } = sender;
  if (!group.members.has(account) || (group.announce && !isAdmin(group, account))) return 403;
  const envelope = envelopeIn(group, sender);
  const shared = children(message, 'enc');
  const again = deviceOf(network, message.attrs.participant);
  if (again) return [{ receiver: again, ciphertexts: shared, envelope }];
  const keys = new Map(
    copiesOf(message).map(({ jid, ciphertexts }) => [deviceOf(network, jid), ciphertexts]),
  );
  return memberDevices(group).map((receiver) => ({
    receiver,
    ciphertexts: [...(keys.get(receiver) ?? []), ...shared],
    envelope,
  }));
}

function envelopeIn(group: Group, sender: Device) {
  return {
    from: group.id,
    addressing_mode: group.addressing,
    ...participantNames(sender, group.addressing),
  };
}
