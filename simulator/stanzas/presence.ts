import { type Account, devicesOf } from '../accounts/account.ts';
import { accountOf } from '../network.ts';
import { accountJid, addressingOf } from '../wire/jids.ts';
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
  if (attrs.type !== 'subscribe') return;
  const other = accountOf(network, attrs.to);
  other?.presenceSubscribers.add(companion);
  if (other) companion.mention(presenceOf(other, accountJid(other, addressingOf(attrs.to))));
}

/** Typing and recording are passed on to whoever is there now. */
export function forwardChatState({ network, account }: Session, stanza: BinaryNode): void {
  const other = accountOf(network, stanza.attrs.to);
  if (!other) return;
  const from = accountJid(account, addressingOf(stanza.attrs.to));
  for (const device of devicesOf(other)) device.mention(node('chatstate', { from }, children(stanza)));
}
