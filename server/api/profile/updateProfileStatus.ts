import type { Handler } from '../call.ts';

export const updateProfileStatus: Handler<'updateProfileStatus'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.profile.setStatus(body.status);
  return { update: 'success' };
};
