import type { Handler } from '../call.ts';
import { groupJidOf } from './group-jid.ts';

export const toggleEphemeral: Handler<'toggleEphemeral'> = async ({ path, query, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.groups.setEphemeral(groupJidOf(query, body), body.expiration);
  return { success: true };
};
