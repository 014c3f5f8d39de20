import type { Handler } from '../call.ts';

export const sendPoll: Handler<'sendPoll'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendPoll(body);
};
