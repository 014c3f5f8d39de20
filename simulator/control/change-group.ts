import type { Account } from '../accounts/account.ts';
import type { Group } from '../groups/group.ts';
import { decide, join, leave } from '../groups/joining.ts';
import { changeMembers, type Outcome } from '../groups/members.ts';
import * as settings from '../groups/settings.ts';
import type { Network } from '../network.ts';
import { setGroupPicture } from '../stanzas/pictures.ts';
import { stanzaId } from '../wire/nodes.ts';
import { numberJid } from './names.ts';
import { phoneOf } from './phones.ts';

/** Changes to who is in the group; people are numbers. */
type MemberChanges = Record<'add' | 'remove' | 'promote' | 'demote' | 'approve' | 'reject', string[]>;

type Changes = {
  join: string;
  subject: string;
  description: string;
  announce: boolean;
  locked: boolean;
  ephemeral: number;
  memberAddMode: string;
  approval: boolean;
  revokeInvite: boolean;
  /** In base64; null to remove it. */
  picture: string | null;
  leave: string;
};

export type GroupChange = Partial<MemberChanges & Changes> & { by?: string };

type Scene = { network: Network; group: Group; by: Account };

const CHANGES: { [Name in keyof Changes]: (scene: Scene, value: Changes[Name]) => void } = {
  join: ({ network, group }, number) => join(group, phoneOf(network, number).account),
  subject: ({ group, by }, text) => settings.setSubject(group, by, text),
  description: ({ group, by }, text) => {
    const previous = group.description?.id;
    settings.setDescription(group, by, { id: stanzaId(), previous, text });
  },
  announce: ({ group, by }, on) => settings.setAnnounce(group, by, on),
  locked: ({ group, by }, on) => settings.setLocked(group, by, on),
  ephemeral: ({ group, by }, seconds) => settings.setEphemeral(group, by, seconds),
  memberAddMode: ({ group, by }, mode) => settings.setAddMode(group, by, mode),
  approval: ({ group, by }, on) => settings.setApproval(group, by, on),
  revokeInvite: ({ group, by }) => settings.revokeInvite(group, by),
  picture: ({ network, group, by }, image) => {
    setGroupPicture(network, group, by, image === null ? undefined : Buffer.from(image, 'base64'));
  },
  leave: ({ network, group }, number) => leave(group, phoneOf(network, number).account),
};

function changeSetting<Name extends keyof Changes>(
  name: Name,
  scene: Scene,
  changes: Partial<Changes>,
): void {
  const value = changes[name];
  if (value !== undefined) CHANGES[name](scene, value as Changes[Name]);
}

function changePeople({ network, group, by }: Scene, changes: Partial<MemberChanges>): Outcome[] {
  const jids = (tag: keyof MemberChanges) => (changes[tag] ?? []).map(numberJid);
  const members = (['add', 'remove', 'promote', 'demote'] as const)
    .filter((tag) => changes[tag])
    .flatMap((tag) => changeMembers(network, group, by, tag, jids(tag)));
  const verdicts = (['approve', 'reject'] as const)
    .filter((action) => changes[action])
    .flatMap((action) => decide(network, group, by, action, jids(action)));
  return [...members, ...verdicts];
}

/**
 * Does in a group what members do: first to its people, then to the rest.
 * @returns what became of those who were added, removed and so on
 * @throws Problem as the client of `by` would be refused; `by` is the creator by default
 */
export function changeGroup(network: Network, group: Group, { by, ...changes }: GroupChange): Outcome[] {
  const actor = by === undefined ? group.created.by : phoneOf(network, by).account;
  const scene = { network, group, by: actor };
  const outcomes = changePeople(scene, changes);
  for (const name of Object.keys(CHANGES) as (keyof Changes)[]) changeSetting(name, scene, changes);
  return outcomes;
}
