import type { ChatFilter } from '../../generated/index.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { type ChatFilter as StoreFilter, searchChats } from '../../store/chat-search.ts';
import type { Handler } from '../call.ts';
import { toChat } from './chat-view.ts';

import { seconds } from './seconds.ts';
import { toSlice } from './slice.ts';

export const findChats: Handler<'findChats'> = async ({ path, body = {} }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const { where, take, skip, page, offset } = body;
  const slice = take === undefined && skip === undefined ? toSlice(page, offset) : { take, skip };
  const found = await searchChats(db, instance.id, toStoreFilter(where), slice);
  return found.map(toChat);
};

function toStoreFilter({ id, remoteJid, messageTimestamp }: ChatFilter = {}): StoreFilter {
  return {
    id,
    remoteJids: remoteJid === undefined ? undefined : chatJids(remoteJid),
    gte: seconds(messageTimestamp?.gte, 'gte'),
    lte: seconds(messageTimestamp?.lte, 'lte'),
  };
}
