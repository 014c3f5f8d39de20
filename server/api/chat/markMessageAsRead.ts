import type { Handler } from '../call.ts';

export const markMessageAsRead: Handler<'markMessageAsRead'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.chats.markRead(body.readMessages);
  return { message: 'Read messages', read: 'success' };
};
