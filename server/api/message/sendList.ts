import type { Handler } from '../call.ts';

export const sendList: Handler<'sendList'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendList(body);
};
