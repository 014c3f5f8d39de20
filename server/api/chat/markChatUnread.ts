import type { Handler } from '../call.ts';

export const markChatUnread: Handler<'markChatUnread'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return { chatId: await session.chats.markUnread(body), markedChatUnread: true };
};
