import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const updateGroupDescription: Handler<'updateGroupDescription'> = async (input, call) => {
  const { session } = await call.sessions.require(input.path.instance);
  await session.groups.setDescription(groupJidOf(input.query, input.body), input.body.description);
  return { update: 'success' };
};
