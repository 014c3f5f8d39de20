import { type Device, devicesOf } from '../accounts/account.ts';
import { accountOf, deviceOf, type Network } from '../network.ts';
import { accountJid, addressingOf, deviceJid, isGroupJid, STATUS } from '../wire/jids.ts';
import { type BinaryNode, child, children, node, now } from '../wire/nodes.ts';

/** Receipts between a client and the server, or its own phone, which nobody else hears of. */
const PRIVATE = new Set(['peer_msg', 'hist_sync', 'sender']);
/** Receipts that the reader's own other devices hear of, so that they count no unread messages. */
const READ = new Set(['read', 'read-self', 'played', 'played-self']);
const SELF = new Set(['read-self', 'played-self']);

/** The message ids a receipt speaks of: one in its attributes, more in a list. */
export function receiptIds(receipt: BinaryNode): string[] {
  const listed = children(child(receipt, 'list'), 'item').map((item) => item.attrs.id);
  return [receipt.attrs.id, ...listed].filter((id) => id !== undefined);
}

/** Takes a receipt from `reader` to whoever should know. */
export function routeReceipt(network: Network, reader: Device, receipt: BinaryNode): void {
  const type = receipt.attrs.type ?? '';
  if (type === 'retry') routeRetry(network, reader, receipt);
  else if (!PRIVATE.has(type) && !SELF.has(type)) tellSender(network, reader, receipt);
  if (READ.has(type)) tellOwnDevices(reader, receipt);
}

/** In groups, and for status messages, `to` is the chat and `participant` the message's author. */
function isShared(receipt: BinaryNode): boolean {
  return isGroupJid(receipt.attrs.to) || receipt.attrs.to === STATUS;
}

/** A request to send again goes to the very device that sent, and names the very device that asks. */
function routeRetry(network: Network, reader: Device, receipt: BinaryNode): void {
  const { id, to, type, recipient, participant } = receipt.attrs;
  const author = isShared(receipt) ? participant : to;
  const asking = deviceJid(reader, addressingOf(author));
  const names = isShared(receipt) ? { from: to, participant: asking } : { from: asking };
  deviceOf(network, author)?.deliver(
    node('receipt', { id, type, recipient, ...names, t: now() }, children(receipt)),
  );
}

function tellSender(network: Network, reader: Device, receipt: BinaryNode): void {
  const { id, to, type, participant, t = now() } = receipt.attrs;
  const author = isShared(receipt) ? participant : to;
  const sender = accountOf(network, author);
  if (!sender || sender === reader.account) return;
  const reading = accountJid(reader.account, addressingOf(author));
  const names = isShared(receipt) ? { from: to, participant: reading } : { from: reading };
  for (const device of devicesOf(sender)) {
    device.deliver(node('receipt', { id, type, ...names, t }, children(receipt)));
  }
}

function tellOwnDevices(reader: Device, receipt: BinaryNode): void {
  const { id, to, type, participant, t = now() } = receipt.attrs;
  const names = isShared(receipt)
    ? { from: to, participant: deviceJid(reader, addressingOf(participant)), recipient: participant }
    : { from: deviceJid(reader, addressingOf(to)), recipient: to };
  for (const device of devicesOf(reader.account)) {
    if (device !== reader) device.deliver(node('receipt', { id, type, ...names, t }, children(receipt)));
  }
}
