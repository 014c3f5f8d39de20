import type { Handler } from '../call.ts';

export const sendButtons: Handler<'sendButtons'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendButtons(body);
};
