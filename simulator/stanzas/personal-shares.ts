import type { Device } from '../accounts/account.ts';
import { accountOf, deviceOf, type Network } from '../network.ts';
import { accountJid, addressingOf, deviceJid, otherAddressing, parseJid } from '../wire/jids.ts';
import { type BinaryNode, children } from '../wire/nodes.ts';
import { copiesOf, type Share, senderAddressing } from './shares.ts';

/** A message to one person goes to that person's devices and to the sender's own others. */
export function personalShares(network: Network, sender: Device, message: BinaryNode): Share[] | number {
  if (!parseJid(message.attrs.to)) return 404;
  return receiversOf(message).flatMap(({ jid, ciphertexts }) => {
    const receiver = deviceOf(network, jid);
    if (!receiver || receiver.account.blocked.has(sender.account)) return [];
    const own = receiver.account === sender.account;
    const envelope = own ? ownEnvelope(network, sender, message) : envelopeFrom(network, sender, jid);
    return [{ receiver, ciphertexts, envelope }];
  });
}

/** A message sent again has its ciphertext both directly and as a participant's: the direct one counts. */
function receiversOf(message: BinaryNode) {
  const direct = children(message, 'enc');
  return direct.length > 0 ? [{ jid: message.attrs.to ?? '', ciphertexts: direct }] : copiesOf(message);
}

function envelopeFrom(network: Network, sender: Device, receiverJid: string) {
  const mode = senderAddressing(network, receiverJid);
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
  const mode = senderAddressing(network, chat);
  const account = accountOf(network, chat);
  const recipient = account ? accountJid(account, mode) : chat;
  const isOther = account && account !== sender.account;
  return {
    from: deviceJid(sender, mode),
    recipient,
    [mode === 'lid' ? 'peer_recipient_pn' : 'peer_recipient_lid']: isOther
      ? accountJid(account, otherAddressing(mode))
      : undefined,
  };
}
