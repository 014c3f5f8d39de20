import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const leaveGroup: Handler<'leaveGroup'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  const groupJid = groupJidOf(query);
  await session.groups.leave(groupJid);
  return { groupJid, leave: true };
};
