import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const updateGroupPicture: Handler<'updateGroupPicture'> = async ({ path, query, body }, call) => {
  const { session } = await call.sessions.require(path.instance);
  await session.groups.setPicture(groupJidOf(query, body), body.image);
  return { update: 'success' };
};
