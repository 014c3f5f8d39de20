import type { Handler } from '../call.ts';

export const sendText: Handler<'sendText'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendText(body);
};
