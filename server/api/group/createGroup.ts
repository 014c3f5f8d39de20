import type { Handler } from '../call.ts';

export const createGroup: Handler<'createGroup'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.groups.create(body);
};
