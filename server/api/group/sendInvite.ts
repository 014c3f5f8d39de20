import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const sendInvite: Handler<'sendInvite'> = async ({ path, query, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  const { description, numbers } = body;
  const inviteUrl = await session.groups.invites.send(groupJidOf(query, body), description, numbers);
  return { send: true, inviteUrl };
};
