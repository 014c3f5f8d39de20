import { randomBytes, randomInt } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import { devicesOf } from '../accounts/account.ts';
import type { Picture } from '../accounts/picture.ts';
import type { Network } from '../network.ts';
import type { Addressing } from '../wire/jids.ts';
import { now } from '../wire/nodes.ts';

export type Role = 'member' | 'admin' | 'superadmin';

/** Who did something, and when, in seconds. */
type Mark = { readonly by: Account; readonly at: number };

/** A group. What may be changed, and by whom, is in the files beside this one. */
export type Group = {
  /** `…@g.us` */
  readonly id: string;
  /** By which of their names members appear in it. */
  readonly addressing: Addressing;
  readonly created: Mark;
  readonly members: Map<Account, Role>;
  subject: Mark & { readonly text: string };
  description: (Mark & { readonly id: string; readonly text: string }) | undefined;
  /** Only admins may write. */
  announce: boolean;
  /** Only admins may change subject, description and picture. */
  locked: boolean;
  /** Seconds after which messages disappear; 0 is never. */
  ephemeral: number;
  addMode: 'all_member_add' | 'admin_add';
  /** Whoever comes by the invite link has to wait for an admin. */
  approval: boolean;
  /** Who waits, and since when, in seconds. */
  readonly requests: Map<Account, number>;
  inviteCode: string;
  picture: Picture | undefined;
};

export type NewGroup = { creator: Account; subject: string; members: Account[]; addressing: Addressing };

/** As many digits as real groups have. */
function newGroupId(): string {
  return `120363${String(randomInt(10 ** 12)).padStart(12, '0')}@g.us`;
}

/** As long as real invite codes are. */
export function newInviteCode(): string {
  return randomBytes(16).toString('base64url');
}

/** Makes a group and nothing else: nobody is told. */
export function makeGroup({ creator, subject, members, addressing }: NewGroup): Group {
  const created = { by: creator, at: now() };
  const others = members.filter((member) => member !== creator);
  return {
    id: newGroupId(),
    addressing,
    created,
    members: new Map<Account, Role>([
      [creator, 'superadmin'],
      ...others.map((member): [Account, Role] => [member, 'member']),
    ]),
    subject: { ...created, text: subject },
    description: undefined,
    announce: false,
    locked: false,
    ephemeral: 0,
    addMode: 'all_member_add',
    approval: false,
    requests: new Map(),
    inviteCode: newInviteCode(),
    picture: undefined,
  };
}

export function isAdmin(group: Group, account: Account): boolean {
  return (group.members.get(account) ?? 'member') !== 'member';
}

export function memberDevices(group: Group) {
  return [...group.members.keys()].flatMap(devicesOf);
}

export function groupOf(network: Network, jid: string | undefined): Group | undefined {
  return network.groups.get(jid ?? '');
}
