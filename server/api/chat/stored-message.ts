import type { MessageStatus, PollUpdate, StoredMessage } from '../../generated/index.ts';
import { toRecord } from '../../session/translate/message.ts';
import type { FoundMessage } from '../../store/message-search.ts';

/** A found row as the spec shows it, with the statuses it went through and, of a poll, its votes. */
export const toStoredMessage = (row: FoundMessage, pollUpdates?: PollUpdate[]): StoredMessage => ({
  id: row.id,
  ...toRecord(row),
  ...(pollUpdates && { pollUpdates }),
  MessageUpdate: row.updates.map(({ status, reason }) => ({
    status: status as MessageStatus,
    ...(reason !== null && { reason }),
  })),
});
