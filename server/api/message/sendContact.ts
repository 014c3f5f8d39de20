import type { Handler } from '../call.ts';

export const sendContact: Handler<'sendContact'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendContact(body);
};
