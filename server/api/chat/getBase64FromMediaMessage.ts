import type { Handler } from '../call.ts';

export const getBase64FromMediaMessage: Handler<'getBase64FromMediaMessage'> = async (
  { path, body },
  { sessions },
) => {
  const { session } = await sessions.require(path.instance);
  return session.mediaOf(body);
};
