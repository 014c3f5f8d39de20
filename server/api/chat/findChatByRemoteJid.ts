import { HttpError } from '../../errors.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { searchChats } from '../../store/chat-search.ts';
import type { Handler } from '../call.ts';
import { toStoredChat } from './chat-view.ts';

export const findChatByRemoteJid: Handler<'findChatByRemoteJid'> = async (
  { path, query },
  { sessions, db },
) => {
  const { instance } = await sessions.require(path.instance);
  const remoteJids = chatJids(query.remoteJid);
  const [found] = await searchChats(db, instance.id, { remoteJids }, { take: 1 });
  if (!found) throw new HttpError(404, [`There is no chat with ${query.remoteJid}`]);
  return toStoredChat(found);
};
