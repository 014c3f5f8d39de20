import type { MessageStatus, StoredMessage } from '../../generated/index.ts';
import { toRecord } from '../../session/translate/message.ts';
import type { FoundMessage } from '../../store/message-search.ts';

/** A found row as the spec shows it, with the statuses it went through. */
export const toStoredMessage = (row: FoundMessage): StoredMessage => ({
  id: row.id,
  ...toRecord(row),
  MessageUpdate: row.updates.map(({ status }) => ({ status: status as MessageStatus })),
});
