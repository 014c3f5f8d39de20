import type { Handler } from '../call.ts';

export const handleLabel: Handler<'handleLabel'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  const numberJid = await session.chats.changeLabel(body);
  const { labelId, action } = body;
  return { numberJid, labelId, ...(action === 'add' ? { add: true } : { remove: true }) };
};
