import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const updateGroupSetting: Handler<'updateGroupSetting'> = async ({ path, query, body }, call) => {
  const { session } = await call.sessions.require(path.instance);
  await session.groups.setSetting(groupJidOf(query, body), body.action);
  return { updateSetting: body.action };
};
