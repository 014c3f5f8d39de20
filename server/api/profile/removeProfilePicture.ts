import type { Handler } from '../call.ts';

export const removeProfilePicture: Handler<'removeProfilePicture'> = async ({ path }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  await session.profile.removePicture();
  return { update: 'success' };
};
