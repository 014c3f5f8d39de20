import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const findGroupInfos: Handler<'findGroupInfos'> = async ({ path, query }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.info(groupJidOf(query));
};
