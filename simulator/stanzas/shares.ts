import type { Device } from '../accounts/account.ts';
import type { Network } from '../network.ts';
import { type Addressing, addressingOf } from '../wire/jids.ts';
import { type BinaryNode, child, children } from '../wire/nodes.ts';

/** What one device gets of a message: its ciphertexts, and how the message is addressed to it. */
export type Share = {
  receiver: Device;
  ciphertexts: BinaryNode[];
  envelope: Record<string, string | undefined>;
};

/** Finds the shares of a message. A number is the code with which it is refused. */
export type Sharing = (network: Network, sender: Device, message: BinaryNode) => Share[] | number;

/** Ciphertexts for particular devices, by JID. */
export function copiesOf(message: BinaryNode): { jid: string; ciphertexts: BinaryNode[] }[] {
  return children(child(message, 'participants'), 'to').map((to) => ({
    jid: to.attrs.jid ?? '',
    ciphertexts: children(to, 'enc'),
  }));
}

/** By which name the sender of a message to `jid` appears. */
export function senderAddressing(network: Network, jid: string | undefined): Addressing {
  return network.addressing === 'mirror' ? addressingOf(jid) : network.addressing;
}
