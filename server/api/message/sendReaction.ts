import type { Handler } from '../call.ts';

export const sendReaction: Handler<'sendReaction'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendReaction(body);
};
