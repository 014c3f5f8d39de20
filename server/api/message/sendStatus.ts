import type { Handler } from '../call.ts';

export const sendStatus: Handler<'sendStatus'> = async ({ path, body }, { sessions, file }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendStatus(body, file);
};
