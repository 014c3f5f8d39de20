import type { Handler } from '../call.ts';

export const updateProfileName: Handler<'updateProfileName'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.profile.setName(body.name);
  return { update: 'success' };
};
