import type { Handler } from '../call.ts';
import { inviteCodeOf } from './invite-code.ts';

export const inviteInfo: Handler<'inviteInfo'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.invitedTo(inviteCodeOf(query));
};
