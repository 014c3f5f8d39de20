import type { Handler } from '../call.ts';

export const updateProfilePicture: Handler<'updateProfilePicture'> = async ({ path, body }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.profile.setPicture(body.picture);
  return { update: 'success' };
};
