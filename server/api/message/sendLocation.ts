import type { Handler } from '../call.ts';

export const sendLocation: Handler<'sendLocation'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendLocation(body);
};
