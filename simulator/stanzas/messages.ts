import type { Device } from '../accounts/account.ts';
import type { Network } from '../network.ts';
import { isGroupJid, STATUS } from '../wire/jids.ts';
import { type BinaryNode, bytes, children, node, now } from '../wire/nodes.ts';
import { groupShares } from './group-shares.ts';
import { personalShares } from './personal-shares.ts';
import type { Share, Sharing } from './shares.ts';
import { statusShares } from './status-shares.ts';

/** Attributes of the sender's stanza that its receivers see too. */
const PASSED_ON = ['edit', 'category', 'expiration'] as const;
/** Children that are for the server, not for receivers. */
const KEPT_BACK = ['participants', 'enc', 'tctoken'];
const DAMAGED_BYTE = 9; // counted from the end: the last of the encrypted bytes, before the 8-byte MAC

function sharingFor(chat: string | undefined): Sharing {
  if (chat === STATUS) return statusShares;
  return isGroupJid(chat) ? groupShares : personalShares;
}

/**
 * Hands a message to every device it was encrypted for.
 * @returns an error code for the acknowledgement, or undefined when all is well. A number without an account
 *   is no error: such a message reaches just the sender's own devices.
 */
export function routeMessage(network: Network, sender: Device, message: BinaryNode): number | undefined {
  const shares = sharingFor(message.attrs.to)(network, sender, message);
  if (typeof shares === 'number') return shares;
  network.counters.messagesRouted++;
  for (const share of shares) if (share.receiver !== sender) deliverShare(network, sender, message, share);
  return undefined;
}

function deliverShare(network: Network, sender: Device, message: BinaryNode, share: Share): void {
  const { receiver, ciphertexts, envelope } = share;
  const own = receiver.account === sender.account;
  const attributes = { id: message.attrs.id, type: message.attrs.type ?? 'text', t: now() };
  const passedOn = Object.fromEntries(PASSED_ON.map((name) => [name, message.attrs[name]]));
  const sealed = own ? ciphertexts : ciphertexts.map((ciphertext) => damage(network, ciphertext));
  receiver.deliver(
    node('message', { ...attributes, notify: sender.account.name, ...passedOn, ...envelope }, [
      ...sealed,
      ...sharedParts(message, ciphertexts),
    ]),
  );
}

/** What all receivers get. The sender's device identity is of use only where a session begins. */
function sharedParts(message: BinaryNode, ciphertexts: BinaryNode[]): BinaryNode[] {
  const begins = ciphertexts.some((ciphertext) => ciphertext.attrs.type === 'pkmsg');
  return children(message).filter(
    ({ tag }) => !KEPT_BACK.includes(tag) && (begins || tag !== 'device-identity'),
  );
}

/** Makes a ciphertext undecryptable, if that is asked for. */
function damage(network: Network, ciphertext: BinaryNode): BinaryNode {
  if (network.faults.corruptNext === 0) return ciphertext;
  network.faults.corruptNext--;
  const content = bytes(ciphertext);
  const index = content.length - DAMAGED_BYTE;
  content[index] = (content[index] ?? 0) ^ 0xff;
  return { ...ciphertext, content };
}
