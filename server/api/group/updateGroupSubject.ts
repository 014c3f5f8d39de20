import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const updateGroupSubject: Handler<'updateGroupSubject'> = async ({ path, query, body }, call) => {
  const { session } = await call.sessions.require(path.instance);
  await session.groups.setSubject(groupJidOf(query, body), body.subject);
  return { update: 'success' };
};
