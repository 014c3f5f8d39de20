import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const fetchInviteCode: Handler<'fetchInviteCode'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.invites.link(groupJidOf(query));
};
