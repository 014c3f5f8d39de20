import type { MessageStatus, PollUpdate, StatusMessage } from '../../generated/index.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { type FoundStatus, searchStatuses } from '../../store/status-search.ts';
import type { Handler } from '../call.ts';
import { pollCounts } from './poll-counts.ts';

const PAGE_SIZE = 50;

export const findStatusMessage: Handler<'findStatusMessage'> = async (
  { path, body = {} },
  { sessions, db },
) => {
  const { instance } = await sessions.require(path.instance);
  const { where = {}, page = 1, limit, offset = limit ?? PAGE_SIZE } = body;
  const { id, keyId, fromMe, status, remoteJid, participant } = where;
  const filter = {
    ...{ keyId: keyId ?? id, fromMe, status },
    remoteJids: remoteJid === undefined ? undefined : chatJids(remoteJid),
    participants: participant === undefined ? undefined : chatJids(participant),
  };
  const rows = await searchStatuses(db, instance.id, filter, { number: page, size: offset });
  const polls = await pollCounts(
    db,
    rows.map(({ message_id: id, message_type: type }) => ({ id, type })),
  );
  return rows.map((row) => toStatusMessage(row, polls.get(row.message_id)));
};

const toStatusMessage = (row: FoundStatus, pollUpdates: PollUpdate[] | undefined): StatusMessage => ({
  id: row.id,
  keyId: row.key_id,
  remoteJid: row.remote_jid,
  fromMe: row.from_me === 1,
  participant: row.participant ?? (row.from_me === 1 ? null : row.author),
  pollUpdates: pollUpdates ?? null,
  status: row.status as MessageStatus,
  ...(row.reason !== null && { reason: row.reason }),
  messageId: row.message_id,
  instanceId: row.instance_id,
});
