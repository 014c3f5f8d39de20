import type { Handler } from '../call.ts';

export const updateBlockStatus: Handler<'updateBlockStatus'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.chats.setBlocked(body);
  return { block: 'success' };
};
