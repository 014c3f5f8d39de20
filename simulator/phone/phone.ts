import type { KeyPair, LTHashState, WAPatchName } from '@whiskeysockets/baileys';
import type { Account, Device } from '../accounts/account.ts';
import type { Network } from '../network.ts';
import { report } from '../problem.ts';
import type { BinaryNode } from '../wire/nodes.ts';
import type { InboxEntry } from './inbox.ts';
import { receiveMessage } from './incoming.ts';
import { resend, type SentMessage } from './outgoing.ts';
import { createSignal, makeBundle, type Signal } from './signal.ts';

/** Device 0 of an account, simulated with real keys: it decrypts what it gets and encrypts what it sends. */
export type Phone = Device & {
  /** Acknowledges without decrypting; for load, where decrypting would be the bottleneck. */
  sink: boolean;
  readonly network: Network;
  /** By sender and message id, oldest first. */
  readonly inbox: Map<string, InboxEntry>;
  /** What it sent lately, by message id, to send again when asked. */
  readonly sent: Map<string, SentMessage>;
  /** How often it asked for a message that it could not decrypt, by message id. */
  readonly retries: Map<string, number>;
  readonly appStateHashes: Map<WAPatchName, LTHashState>;
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
    inbox: new Map(),
    sent: new Map(),
    retries: new Map(),
    appStateHashes: new Map(),
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
    mention: () => undefined, // nobody looks at its screen
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
}
