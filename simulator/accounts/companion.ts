import type { Connection } from '../wire/connection.ts';
import { SERVER } from '../wire/jids.ts';
import { type BinaryNode, node, now, stanzaId } from '../wire/nodes.ts';
import type { Account, Device } from './account.ts';
import type { PreKey, PreKeyBundle, SignedPreKey } from './prekey-bundle.ts';

/** A linked device: one Baileys socket at a time, with what waits for it while it is away. */
export type Companion = Device & {
  /** Recognises the device at login. */
  readonly noiseKey: Buffer;
  /** Asked for when it was linked. */
  readonly wantsFullHistory: boolean;
  registrationId: Buffer;
  identity: Buffer;
  signedPreKey: SignedPreKey;
  readonly preKeys: PreKey[];
  connection: Connection | undefined;
  /** True from when the client asked for its queue until its connection ends; false while that is held back. */
  active: boolean;
  /** Stanzas not yet sent, and stanzas sent but not yet acknowledged; both oldest first. */
  queue: BinaryNode[];
  unsettled: BinaryNode[];
  /** True once the phone has sent its keys and history. */
  bootstrapped: boolean;
};

/** What a client brings along to be linked. */
export type CompanionKeys = Pick<
  Companion,
  'noiseKey' | 'registrationId' | 'identity' | 'signedPreKey' | 'wantsFullHistory'
>;

/** A client with fewer one-time prekeys than this is told to upload more. */
const LOW_PREKEYS = 5;

export function createCompanion(account: Account, id: number, keys: CompanionKeys): Companion {
  const companion: Companion = {
    ...keys,
    id,
    account,
    preKeys: [],
    connection: undefined,
    active: false,
    queue: [],
    unsettled: [],
    bootstrapped: false,
    deliver: (stanza) => {
      if (companion.active) transmit(companion, stanza);
      else companion.queue.push(stanza);
    },
    mention: (stanza) => {
      if (companion.active) companion.connection?.send(stanza);
    },
    takeBundle: async () => takeBundle(companion),
  };
  return companion;
}

function transmit(companion: Companion, stanza: BinaryNode): void {
  companion.unsettled.push(stanza);
  companion.connection?.send(stanza);
}

function takeBundle(companion: Companion): PreKeyBundle {
  const preKey = companion.preKeys.shift();
  if (preKey && companion.preKeys.length === LOW_PREKEYS - 1) {
    const notice = { from: SERVER, type: 'encrypt', id: stanzaId(), t: now() };
    companion.mention(node('notification', notice, [node('count', { value: companion.preKeys.length })]));
  }
  const { registrationId, identity, signedPreKey } = companion;
  return { registrationId, identity, signedPreKey, preKey };
}

/**
 * The client has taken care of a stanza; `kind` is its tag. Settles the oldest with that id, because a
 * message that was sent again after a retry request shares its id with the first copy.
 */
export function settle(companion: Companion, kind: string, id: string | undefined): void {
  const index = companion.unsettled.findIndex((stanza) => stanza.tag === kind && stanza.attrs.id === id);
  if (index >= 0) companion.unsettled.splice(index, 1);
}

/**
 * Sends everything that waited, in order, each marked `offline`; from now on stanzas go out as they come.
 * What the own phone sent as a peer comes after the queue: a client that gets its first history inside the
 * queue does not recognise it, and holds back all messages for 20 s.
 */
export function flushQueue(companion: Companion): void {
  const { connection } = companion;
  const queue = companion.queue.filter(({ attrs }) => attrs.category !== 'peer');
  const peers = companion.queue.filter(({ attrs }) => attrs.category === 'peer');
  const count = (tag: string) => queue.filter((stanza) => stanza.tag === tag).length;
  const counts = {
    message: count('message'),
    receipt: count('receipt'),
    notification: count('notification'),
  };
  const preview = node('offline_preview', { count: queue.length, ...counts, appdata: 0 });
  connection?.send(node('ib', { from: SERVER }, [preview]));
  companion.queue = [];
  companion.active = true;
  for (const stanza of queue) transmit(companion, { ...stanza, attrs: { ...stanza.attrs, offline: '1' } });
  connection?.send(node('ib', { from: SERVER }, [node('offline', { count: queue.length })]));
  for (const stanza of peers) transmit(companion, stanza);
}

/** What comes for the device waits from now on, though it is connected; until `release`. */
export function hold(companion: Companion): void {
  companion.active = false;
}

/** Sends all that waited at once. */
export function release(companion: Companion): void {
  const { queue } = companion;
  companion.queue = [];
  companion.active = true;
  for (const stanza of queue) transmit(companion, stanza);
}

/** The connection is gone: what it was sent but did not acknowledge waits again, ahead of the rest. */
export function detach(companion: Companion): void {
  companion.queue = [...companion.unsettled, ...companion.queue];
  companion.unsettled = [];
  companion.active = false;
  companion.connection = undefined;
}
