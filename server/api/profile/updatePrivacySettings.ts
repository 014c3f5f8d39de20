import type { Handler } from '../call.ts';

export const updatePrivacySettings: Handler<'updatePrivacySettings'> = async (
  { path, body },
  { sessions },
) => {
  const { session } = await sessions.require(path.instance);
  return { update: 'success', data: await session.profile.updatePrivacy(body) };
};
