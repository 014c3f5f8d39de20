import type { Handler } from '../call.ts';

export const fetchProfilePictureUrl: Handler<'fetchProfilePictureUrl'> = async (
  { path, body },
  { sessions },
) => {
  const { session } = await sessions.require(path.instance);
  return session.chats.pictureUrl(body?.number);
};
