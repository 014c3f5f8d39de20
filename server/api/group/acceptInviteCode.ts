import type { Handler } from '../call.ts';
import { inviteCodeOf } from './invite-code.ts';

export const acceptInviteCode: Handler<'acceptInviteCode'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.invites.accept(inviteCodeOf(query));
};
