import type { Handler } from '../call.ts';

export const setPresence: Handler<'setPresence'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.setPresence(body.presence);
  return { presence: body.presence };
};
