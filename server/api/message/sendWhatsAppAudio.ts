import type { Handler } from '../call.ts';

export const sendWhatsAppAudio: Handler<'sendWhatsAppAudio'> = async ({ path, body }, { sessions, file }) => {
  const { session } = await sessions.require(path.instance);
  return session.sendWhatsAppAudio(body, file);
};
