import type { Handler } from '../call.ts';

export const updateMessage: Handler<'updateMessage'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.chats.edit(body);
};
