import { randomBytes } from 'node:crypto';
import { type Account, type Device, devicesOf } from '../accounts/account.ts';
import { accountOf, type Network } from '../network.ts';
import { type Addressing, accountJid, deviceJid, otherAddressing } from '../wire/jids.ts';
import { type BinaryNode, child, children, node, now, stanzaId } from '../wire/nodes.ts';
import type { Session } from './receive.ts';
import { senderAddressing } from './shares.ts';

/** A call of one person by another. Nobody talks: only that it rings and what becomes of it is known. */
export type Call = {
  readonly id: string;
  readonly creator: Device;
  readonly callee: Account;
  readonly video: boolean;
  /** Seconds. */
  readonly timestamp: number;
  status: 'ringing' | 'accepted' | 'rejected' | 'ended';
};

const OUTCOMES: Record<string, Call['status']> = {
  accept: 'accepted',
  reject: 'rejected',
  terminate: 'ended',
};

/** Parts of an offer that are for the server, not for the callee. */
const KEPT_BACK = ['destination', 'enc'];

/**
 * Takes a step of a call, of which `offer` is the first, from a device to the other party.
 * @returns an error code for the acknowledgement: 404 for an unknown person or call; undefined when all is well
 */
export function routeCall(network: Network, by: Device, to: string, step: BinaryNode): number | undefined {
  if (step.tag === 'offer') return routeOffer(network, by, to, step);
  const call = network.calls.get(step.attrs['call-id'] ?? '');
  if (!call || (by.account !== call.callee && by.account !== call.creator.account)) return 404;
  if (call.status === 'ringing' || step.tag === 'terminate') call.status = OUTCOMES[step.tag] ?? call.status;
  const other = by.account === call.callee ? call.creator.account : call.callee;
  for (const device of devicesOf(other)) tell(network, call, by, to, device, step);
  if (step.tag === 'accept' || step.tag === 'reject')
    silence(network, call, by, to, `${step.tag}ed_elsewhere`);
  return undefined;
}

function routeOffer(network: Network, by: Device, to: string, offer: BinaryNode): number | undefined {
  const callee = accountOf(network, to);
  const id = offer.attrs['call-id'];
  if (!callee || callee === by.account || id === undefined) return 404;
  const video = child(offer, 'video') !== undefined;
  const call: Call = { id, creator: by, callee, video, timestamp: now(), status: 'ringing' };
  network.calls.set(id, call);
  if (callee.blocked.has(by.account)) return undefined;
  for (const device of devicesOf(callee)) tell(network, call, by, to, device, offer);
  return undefined;
}

/** The other devices of who answered ring no more. */
function silence(network: Network, call: Call, by: Device, to: string, reason: string): void {
  for (const device of devicesOf(by.account))
    if (device !== by) tell(network, call, by, to, device, node('terminate', { reason }));
}

function tell(network: Network, call: Call, by: Device, to: string, device: Device, step: BinaryNode): void {
  const mode = senderAddressing(network, to);
  const attributes = { ...step.attrs, ...namesIn(call, mode), 'call-id': call.id };
  const parts = children(step).filter(({ tag }) => !KEPT_BACK.includes(tag));
  const key = device === by ? [] : keyFor(step, device);
  const content = node(step.tag, attributes, [...parts, ...key]);
  device.deliver(node('call', { from: accountJid(by.account, mode), id: stanzaId(), t: now() }, [content]));
}

/** The caller's number goes with its LID. */
function namesIn({ creator }: Call, mode: Addressing) {
  const pn = mode === 'lid' ? accountJid(creator.account, otherAddressing(mode)) : undefined;
  return { 'call-creator': deviceJid(creator, mode), ...(pn && { caller_pn: pn }) };
}

/** The key of the call, encrypted for this device. */
function keyFor(offer: BinaryNode, device: Device): BinaryNode[] {
  const names = [deviceJid(device), deviceJid(device, 'lid')];
  const copies = children(child(offer, 'destination'), 'to');
  return copies.filter(({ attrs }) => names.includes(attrs.jid ?? '')).flatMap((to) => children(to, 'enc'));
}

/** A client calls, answers or hangs up, or asks for a link to a call. */
export function receiveCall({ network, companion, connection }: Session, stanza: BinaryNode): void {
  const [step] = children(stanza);
  const { id, to = '' } = stanza.attrs;
  const isLink = step?.tag === 'link_create';
  const error = step && !isLink ? routeCall(network, companion, to, step) : undefined;
  const { media } = step?.attrs ?? {};
  const link = isLink ? [node('link_create', { token: randomBytes(11).toString('hex'), media })] : [];
  connection.send(node('ack', { class: 'call', id, from: to, type: step?.tag, error }, link));
}

/** A phone calls somebody; to their devices it looks like any call. @returns the call's id */
export function placeCall(network: Network, phone: Device, to: string, video: boolean): string {
  const id = randomBytes(16).toString('hex').toUpperCase();
  const audio = node('audio', { enc: 'opus', rate: 16_000 });
  const offer = node('offer', { 'call-id': id }, [audio, ...(video ? [node('video', { enc: 'vp8' })] : [])]);
  routeCall(network, phone, to, offer);
  return id;
}
