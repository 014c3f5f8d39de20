import { createHash, randomBytes } from 'node:crypto';
import type { Network } from '../network.ts';
import { createPhone, type Phone } from '../phone/phone.ts';
import type { BinaryNode } from '../wire/nodes.ts';
import { now } from '../wire/nodes.ts';
import type { AppState } from './app-state.ts';
import type { Companion } from './companion.ts';
import type { PreKeyBundle } from './prekey-bundle.ts';
import { newProfile, type Profile } from './profile.ts';

/** Device 0 is the phone; the others are linked companions. Both are sent to in the same way. */
export type Device = {
  readonly id: number;
  readonly account: Account;
  /** Delivers at least once and in order, when the device is there. */
  deliver(stanza: BinaryNode): void;
  /** Delivers now or never: presence and the like. */
  mention(stanza: BinaryNode): void;
  takeBundle(): Promise<PreKeyBundle>;
};

/** A WhatsApp account. */
export type Account = {
  readonly number: string;
  /** User part of its LID. */
  readonly lid: string;
  /** Push name. */
  name: string;
  readonly profile: Profile;
  readonly phone: Phone;
  readonly companions: Map<number, Companion>;
  nextDevice: number;
  readonly appState: AppState;
  readonly privacy: Map<string, string>;
  readonly blocked: Set<Account>;
  /** In seconds. */
  readonly joined: number;
  online: boolean;
  lastSeen: number;
  /** Devices that subscribed to its presence. */
  readonly presenceSubscribers: Set<Device>;
  /** Companions that know its device list and must hear of changes. */
  readonly deviceWatchers: Set<Companion>;
};

const PRIVACY_SETTINGS = 'readreceipts profile status online last groupadd calladd messages'.split(' ');

/** A LID tells nothing of the number. Here it is derived from it, so that it is the same at every start. */
function lidFor(number: string): string {
  const digest = createHash('sha256').update(number).digest();
  return String(10n ** 14n + (digest.readBigUInt64BE() % (9n * 10n ** 13n)));
}

/** Registers `number`; its phone is on at once. A `sink` phone acknowledges without decrypting. */
export function createAccount(network: Network, number: string, name: string, sink: boolean): Account {
  const account: Account = {
    number,
    name,
    lid: lidFor(number),
    profile: newProfile(),
    get phone() {
      return phone; // made below, as the two refer to each other
    },
    companions: new Map(),
    nextDevice: 1,
    appState: {
      key: { id: Buffer.concat([Buffer.from([0, 1]), randomBytes(4)]), data: randomBytes(32) },
      collections: new Map(),
    },
    privacy: new Map(PRIVACY_SETTINGS.map((setting) => [setting, 'all'])),
    blocked: new Set(),
    joined: now(),
    online: false,
    lastSeen: now(),
    presenceSubscribers: new Set(),
    deviceWatchers: new Set(),
  };
  const phone = createPhone(network, account, sink);
  network.accounts.set(account.number, account);
  network.lids.set(account.lid, account);
  return account;
}

export function devicesOf(account: Account): Device[] {
  return [account.phone, ...account.companions.values()];
}
