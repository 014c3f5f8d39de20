import type { CreateGroupBody, GroupMetadata } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { createGroupChanges, type GroupChanges } from './change.ts';
import { create } from './create.ts';
import { createGroupFinder, type GroupFinder } from './find.ts';
import { createGroupInvites, type GroupInvites } from './invites.ts';

/**
 * What an account does with groups. Every call throws HttpError 400 while it is not connected, 400, 403, 404
 * or 409 with the reason for what WhatsApp refuses, and 504 when it does not answer.
 *
 * A group's JID ends in `@g.us`.
 */
export interface Groups extends GroupChanges, GroupFinder {
  create(body: CreateGroupBody): Promise<GroupMetadata>;
  invites: GroupInvites;
}

export function createGroups(actor: Actor): Groups {
  return {
    ...createGroupChanges(actor),
    ...createGroupFinder(actor),
    create: (body) => create(actor, body),
    invites: createGroupInvites(actor),
  };
}
