import type { MessageFilter } from '../../generated/index.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { type MessageFilter as StoreFilter, searchMessages } from '../../store/message-search.ts';
import type { Handler } from '../call.ts';
import { pollCounts } from './poll-counts.ts';
import { seconds } from './seconds.ts';
import { toStoredMessage } from './stored-message.ts';

const PAGE_SIZE = 50;

export const findMessages: Handler<'findMessages'> = async ({ path, body = {} }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const { where, page = 1, limit, offset = limit ?? PAGE_SIZE } = body;
  const { total, records } = await searchMessages(db, instance.id, toStoreFilter(where), {
    number: page,
    size: offset,
  });
  const polls = await pollCounts(
    db,
    records.map(({ id, message_type: type }) => ({ id, type })),
  );
  return {
    messages: {
      total,
      pages: Math.ceil(total / offset),
      currentPage: page,
      records: records.map((row) => toStoredMessage(row, polls.get(row.id))),
    },
  };
};

function toStoreFilter({ id, source, messageType, key, messageTimestamp }: MessageFilter = {}): StoreFilter {
  const chats = [key?.remoteJid, key?.remoteJidAlt].filter((jid) => jid !== undefined).flatMap(chatJids);
  return {
    ...{ id, source, messageType, keyId: key?.id, fromMe: key?.fromMe },
    remoteJids: chats.length > 0 ? chats : undefined,
    participants: key?.participant === undefined ? undefined : chatJids(key?.participant),
    gte: seconds(messageTimestamp?.gte, 'gte'),
    lte: seconds(messageTimestamp?.lte, 'lte'),
  };
}
