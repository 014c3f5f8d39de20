import type { Handler } from '../call.ts';

export const sendPresence: Handler<'sendPresence'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.chats.showPresence(body);
  return { presence: body.presence };
};
