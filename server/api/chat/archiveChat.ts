import type { Handler } from '../call.ts';

export const archiveChat: Handler<'archiveChat'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return { chatId: await session.chats.archive(body), archived: body.archive };
};
