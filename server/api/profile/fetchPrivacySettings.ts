import type { Handler } from '../call.ts';

export const fetchPrivacySettings: Handler<'fetchPrivacySettings'> = async ({ path }, { sessions }) => {
  const { session } = await sessions.require(path.instance);
  return session.profile.fetchPrivacy();
};
