import { type Account, type Device, devicesOf } from '../accounts/account.ts';
import { groupOf, memberDevices } from '../groups/group.ts';
import { accountOf, type Network } from '../network.ts';
import { type Addressing, accountJid, addressingOf } from '../wire/jids.ts';
import { type BinaryNode, children, node, now } from '../wire/nodes.ts';
import type { Session } from './receive.ts';

function presenceOf(account: Account, from: string): BinaryNode {
  const absence = account.online ? {} : { type: 'unavailable', last: account.lastSeen };
  return node('presence', { from, ...absence });
}

/** Records that an account came online or went, and tells those who subscribed to it. */
export function setPresence(account: Account, online: boolean): void {
  account.online = online;
  if (!online) account.lastSeen = now();
  const news = presenceOf(account, accountJid(account));
  for (const subscriber of account.presenceSubscribers) subscriber.mention(news);
}

/** A client comes online or goes, states its push name, or subscribes to another account's presence. */
export function receivePresence({ network, companion, account }: Session, { attrs }: BinaryNode): void {
  if (attrs.name) account.name = attrs.name;
  if (attrs.type === 'available') setPresence(account, true);
  if (attrs.type === 'unavailable') setPresence(account, false);
  const other = accountOf(network, attrs.to);
  if (attrs.type === 'subscribe' && other) subscribe(companion, other, addressingOf(attrs.to));
}

/** Tells a device how things stand with an account, and from now on whenever that changes. */
export function subscribe(device: Device, other: Account, addressing: Addressing): void {
  other.presenceSubscribers.add(device);
  device.mention(presenceOf(other, accountJid(other, addressing)));
}

/** Tells whoever is there now that `author` types, records or has stopped, in a group or to a person. */
export function sendChatState(network: Network, author: Device, to: string, state: BinaryNode[]): void {
  const group = groupOf(network, to);
  if (group?.members.has(author.account)) {
    const names = { from: group.id, participant: accountJid(author.account, group.addressing) };
    const others = memberDevices(group).filter(({ account }) => account !== author.account);
    for (const device of others) device.mention(node('chatstate', names, state));
  }
  const from = accountJid(author.account, addressingOf(to));
  const person = accountOf(network, to);
  for (const device of person ? devicesOf(person) : []) device.mention(node('chatstate', { from }, state));
}

export function forwardChatState({ network, companion }: Session, stanza: BinaryNode): void {
  sendChatState(network, companion, stanza.attrs.to ?? '', children(stanza));
}
