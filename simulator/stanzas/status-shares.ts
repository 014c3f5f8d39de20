import type { Device } from '../accounts/account.ts';
import { deviceOf, type Network } from '../network.ts';
import { participantNames, STATUS } from '../wire/jids.ts';
import { type BinaryNode, children } from '../wire/nodes.ts';
import { copiesOf, type Share, senderAddressing } from './shares.ts';

/** A status message goes to the devices the sender lists: to each the key, and one ciphertext for all. */
export function statusShares(network: Network, sender: Device, message: BinaryNode): Share[] {
  const shared = children(message, 'enc');
  return copiesOf(message).flatMap(({ jid, ciphertexts }) => {
    const receiver = deviceOf(network, jid);
    if (!receiver || receiver.account.blocked.has(sender.account)) return [];
    // Clients recognise their own account here by its phone number only.
    const own = receiver.account === sender.account;
    const names = participantNames(sender, own ? 'pn' : senderAddressing(network, jid));
    return [{ receiver, ciphertexts: [...ciphertexts, ...shared], envelope: { from: STATUS, ...names } }];
  });
}
