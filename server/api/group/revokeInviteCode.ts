import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const revokeInviteCode: Handler<'revokeInviteCode'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return { revoked: true, inviteCode: await session.groups.invites.revoke(groupJidOf(query)) };
};
