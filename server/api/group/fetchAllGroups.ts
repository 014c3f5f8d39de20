import type { Handler } from '../call.ts';

export const fetchAllGroups: Handler<'fetchAllGroups'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.all({ withMembers: query.getParticipants ?? false });
};
