import type { Handler } from '../call.ts';

export const sendPtv: Handler<'sendPtv'> = async ({ path, body }, { sessions, file }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendPtv(body, file);
};
