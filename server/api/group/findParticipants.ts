import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const findParticipants: Handler<'findParticipants'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return { participants: await session.groups.members(groupJidOf(query)) };
};
