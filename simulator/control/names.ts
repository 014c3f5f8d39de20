import { type Group, groupOf } from '../groups/group.ts';
import type { Network } from '../network.ts';
import { Problem } from '../problem.ts';

export function numberJid(number: string): string {
  return `${number}@s.whatsapp.net`;
}

/** The group of a path. @throws Problem 404 */
export function groupNamed(network: Network, id: string): Group {
  const group = groupOf(network, id);
  if (!group) throw new Problem(404, `there is no group ${id}`);
  return group;
}
