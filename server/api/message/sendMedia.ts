import type { Handler } from '../call.ts';

export const sendMedia: Handler<'sendMedia'> = async ({ path, body }, { sessions, file }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendMedia(body, file);
};
