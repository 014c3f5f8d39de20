import type { KeyPair, LTHashState, WAPatchName } from '@whiskeysockets/baileys';
import type { Account, Device } from '../accounts/account.ts';
import type { Network } from '../network.ts';
import { report } from '../problem.ts';
import type { BinaryNode } from '../wire/nodes.ts';
import type { HistoryChat } from './history.ts';
import type { InboxEntry } from './inbox.ts';
import { receiveMessage } from './incoming.ts';
import { resend } from './resend.ts';
import { notePresence, type SeenPresence } from './seen.ts';
import { noteReceipt, type SentMessage } from './sent.ts';
import type { Setting } from './settings.ts';
import { createSignal, makeBundle, type Signal } from './signal.ts';

/** Device 0 of an account, simulated with real keys: it decrypts what it gets and encrypts what it sends. */
export type Phone = Device & {
  /** Acknowledges without decrypting; for load, where decrypting would be the bottleneck. */
  sink: boolean;
  /** Which receipts it sends by itself, as messages arrive. */
  readonly receipts: { delivered: boolean; read: boolean };
  readonly network: Network;
  /** By sender and message id, oldest first. */
  readonly inbox: Map<string, InboxEntry>;
  /** What it sent lately, by message id. */
  readonly sent: Map<string, SentMessage>;
  /** Presence and typing of others, oldest first. */
  readonly presences: SeenPresence[];
  /** How often it asked for a message that it could not decrypt, by message id. */
  readonly retries: Map<string, number>;
  /** JIDs of the devices that have its key to a group, by group. */
  readonly keyHolders: Map<string, Set<string>>;
  /** What there was before a device is linked; new devices get it. */
  history: HistoryChat[];
  /** Whether large parts of it are put on the media host. */
  historyOnHost: boolean;
  readonly appStateHashes: Map<WAPatchName, LTHashState>;
  /** What the app state says, by index. */
  readonly settings: Map<string, Setting>;
  /** Made when first needed. */
  signal(): Signal;
  identity(): KeyPair;
  /** Runs a job after all those before it, for the Signal sessions allow one thing at a time. */
  run<T>(job: () => Promise<T>): Promise<T>;
};

export function createPhone(network: Network, account: Account, sink: boolean): Phone {
  let signal: Signal | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const phone: Phone = {
    id: 0,
    account,
    network,
    sink,
    receipts: { delivered: true, read: false },
    inbox: new Map(),
    sent: new Map(),
    presences: [],
    retries: new Map(),
    keyHolders: new Map(),
    history: [],
    historyOnHost: false,
    appStateHashes: new Map(),
    settings: new Map(),
    signal: () => {
      signal ??= createSignal(network, account);
      return signal;
    },
    identity: () => phone.signal().creds.signedIdentityKey,
    run: (job) => {
      const result = last.then(job, job);
      last = result;
      return result;
    },
    deliver: (stanza) => inBackground(phone, stanza.tag, () => receive(phone, stanza)),
    mention: (stanza) => notePresence(phone, stanza),
    takeBundle: () => makeBundle(phone.signal()),
  };
  return phone;
}

/** Queues a job that nobody waits for. */
export function inBackground(phone: Phone, what: string, job: () => Promise<void>): void {
  phone.run(job).catch((error) => report(`phone ${phone.account.number}, ${what}`, error));
}

async function receive(phone: Phone, stanza: BinaryNode): Promise<void> {
  if (stanza.tag === 'message') await receiveMessage(phone, stanza);
  else if (stanza.tag === 'receipt' && stanza.attrs.type === 'retry') await resend(phone, stanza);
  else if (stanza.tag === 'receipt') noteReceipt(phone, stanza);
}
