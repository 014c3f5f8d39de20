import type { Handler } from '../call.ts';

export const sendSticker: Handler<'sendSticker'> = async ({ path, body }, { sessions, file }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendSticker(body, file);
};
