import type { Handler } from '../call.ts';

export const deleteMessageForEveryone: Handler<'deleteMessageForEveryone'> = async (
  { path, body },
  { sessions },
) => {
  const { session } = await sessions.require(path.instance);
  return session.chats.deleteForEveryone(body);
};
