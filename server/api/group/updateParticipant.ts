import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const updateParticipant: Handler<'updateParticipant'> = async ({ path, query, body }, call) => {
  const { session } = await call.sessions.require(path.instance);
  return { updateParticipants: await session.groups.updateParticipants(groupJidOf(query, body), body) };
};
