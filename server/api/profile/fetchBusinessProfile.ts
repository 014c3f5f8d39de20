import type { Handler } from '../call.ts';

export const fetchBusinessProfile: Handler<'fetchBusinessProfile'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.profile.fetchBusiness(body.number);
};
