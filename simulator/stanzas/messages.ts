import type { Device } from '../accounts/account.ts';
import { accountOf, deviceOf, type Network } from '../network.ts';
import {
  type Addressing,
  accountJid,
  addressingOf,
  deviceJid,
  otherAddressing,
  parseJid,
} from '../wire/jids.ts';
import { type BinaryNode, bytes, child, children, node, now } from '../wire/nodes.ts';

/** One device's share of a message: its ciphertexts. */
type Copy = { jid: string; ciphertexts: BinaryNode[] };

/** Attributes of the sender's stanza that its receivers see too. */
const PASSED_ON = ['edit', 'category', 'expiration'] as const;
/** Children that are for the server, not for receivers. */
const KEPT_BACK = ['participants', 'enc', 'tctoken'];
const DAMAGED_BYTE = 9; // counted from the end: the last of the encrypted bytes, before the 8-byte MAC

/**
 * Hands a message to every device it was encrypted for.
 * @returns an error code for the acknowledgement, or undefined when all is well. A number without an account
 *   is no error: such a message reaches just the sender's own devices.
 */
export function routeMessage(network: Network, sender: Device, message: BinaryNode): number | undefined {
  if (!parseJid(message.attrs.to)) return 404;
  network.counters.messagesRouted++;
  for (const copy of copiesOf(message)) deliverCopy(network, sender, message, copy);
  return undefined;
}

/** A message sent again has its ciphertext both directly and as a participant's: the direct one counts. */
function copiesOf(message: BinaryNode): Copy[] {
  const direct = children(message, 'enc');
  if (direct.length > 0) return [{ jid: message.attrs.to ?? '', ciphertexts: direct }];
  return children(child(message, 'participants'), 'to').map((to) => ({
    jid: to.attrs.jid ?? '',
    ciphertexts: children(to, 'enc'),
  }));
}

function deliverCopy(
  network: Network,
  sender: Device,
  message: BinaryNode,
  { jid, ciphertexts }: Copy,
): void {
  const receiver = deviceOf(network, jid);
  if (!receiver || receiver === sender || receiver.account.blocked.has(sender.account)) return;
  const own = receiver.account === sender.account;
  const envelope = own ? ownEnvelope(network, sender, message) : envelopeFrom(network, sender, jid);
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

function addressing(network: Network, jid: string | undefined): Addressing {
  return network.addressing === 'mirror' ? addressingOf(jid) : network.addressing;
}

function envelopeFrom(network: Network, sender: Device, receiverJid: string) {
  const mode = addressing(network, receiverJid);
  const alternative = accountJid(sender.account, otherAddressing(mode));
  return {
    from: deviceJid(sender, mode),
    addressing_mode: mode,
    [mode === 'lid' ? 'sender_pn' : 'sender_lid']: alternative,
  };
}

/** A copy for the sender's other devices names the chat as `recipient`; peer messages belong to no chat. */
function ownEnvelope(network: Network, sender: Device, message: BinaryNode) {
  const chat = message.attrs.recipient ?? message.attrs.to;
  if (message.attrs.category === 'peer') return { from: deviceJid(sender, addressingOf(chat)) };
  const mode = addressing(network, chat);
  const account = accountOf(network, chat);
  const recipient = account ? accountJid(account, mode) : chat;
  const alternative = account && account !== sender.account && accountJid(account, otherAddressing(mode));
  return {
    from: deviceJid(sender, mode),
    recipient,
    [mode === 'lid' ? 'peer_recipient_pn' : 'peer_recipient_lid']: alternative,
  };
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
