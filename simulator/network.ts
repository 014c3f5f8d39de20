import type { Account, Device } from './accounts/account.ts';
import type { Faults } from './faults.ts';
import type { Group } from './groups/group.ts';
import type { MediaHost } from './media/media-host.ts';
import type { PendingCode } from './pairing/code.ts';
import type { Registration } from './pairing/registration.ts';
import type { Call } from './stanzas/calls.ts';
import { createServerIdentity, type ServerIdentity } from './wire/certificate.ts';
import type { Connection } from './wire/connection.ts';
import { type Addressing, parseJid } from './wire/jids.ts';

/** How a sender is named to other accounts: as the sender addressed them (`mirror`), or always one way. */
export type AddressingOption = 'mirror' | Addressing;

export type Counters = {
  stanzas: number;
  messagesRouted: number;
  phoneMessages: number;
  undecryptable: number;
  duplicates: number;
  unknownIqs: Set<string>;
  /** How often each was asked, as `xmlns:type:tag`. */
  iqs: Map<string, number>;
};

/** Everything the simulated WhatsApp knows; lives as long as the process. */
export type Network = {
  readonly addressing: AddressingOption;
  /** By which of their names members appear in new groups. */
  readonly groupAddressing: Addressing;
  readonly identity: ServerIdentity;
  readonly media: MediaHost;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly connections: Set<Connection>;
  /** Accounts by phone number, and again by LID user. */
  readonly accounts: Map<string, Account>;
  readonly lids: Map<string, Account>;
  /** By JID. */
  readonly groups: Map<string, Group>;
  /** By id. */
  readonly calls: Map<string, Call>;
  /** Sockets that show a QR code, by each of its refs. */
  readonly registrations: Map<string, Registration>;
  /** Sockets that asked for a pairing code, by phone number. */
  readonly pairingCodes: Map<string, PendingCode>;
};

export type Addressings = { addressing: AddressingOption; groupAddressing: Addressing };

export function createNetwork(media: MediaHost, faults: Faults, addressings: Addressings): Network {
  return {
    ...addressings,
    media,
    identity: createServerIdentity(),
    faults,
    counters: {
      ...{ stanzas: 0, messagesRouted: 0, phoneMessages: 0, undecryptable: 0, duplicates: 0 },
      unknownIqs: new Set(),
      iqs: new Map(),
    },
    connections: new Set(),
    accounts: new Map(),
    lids: new Map(),
    groups: new Map(),
    calls: new Map(),
    registrations: new Map(),
    pairingCodes: new Map(),
  };
}

/** The account a user or device JID belongs to, PN or LID. */
export function accountOf(network: Network, jid: string | undefined): Account | undefined {
  const parsed = parseJid(jid);
  if (!parsed) return undefined;
  return parsed.addressing === 'lid' ? network.lids.get(parsed.user) : network.accounts.get(parsed.user);
}

/** The device a JID names; without a device part that is the phone. */
export function deviceOf(network: Network, jid: string | undefined): Device | undefined {
  const account = accountOf(network, jid);
  const id = parseJid(jid)?.device ?? 0;
  return id === 0 ? account?.phone : account?.companions.get(id);
}
