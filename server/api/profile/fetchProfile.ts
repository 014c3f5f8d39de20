import type { Handler } from '../call.ts';

export const fetchProfile: Handler<'fetchProfile'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.profile.fetch(body?.number);
};
