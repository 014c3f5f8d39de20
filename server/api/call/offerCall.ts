import type { Handler } from '../call.ts';

export const offerCall: Handler<'offerCall'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.offerCall(body);
};
