import type { Handler } from '../call.ts';

export const whatsappNumbers: Handler<'whatsappNumbers'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.chats.checkNumbers(body.numbers);
};
