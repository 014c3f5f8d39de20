import type { PollUpdate } from '../../generated/index.ts';
import { countVotes, isPoll, optionsOf } from '../../session/translate/poll.ts';
import { findMessagesById } from '../../store/messages.ts';
import { findPollVotes } from '../../store/poll-votes.ts';
import type { Db } from '../../store/schema.ts';

/** A message by the id of its row, and its type. */
interface Row {
  id: string;
  type: string;
}

/** Of those messages that are polls: who chose what, by the id of the row. */
export async function pollCounts(db: Db, rows: Row[]): Promise<Map<string, PollUpdate[]>> {
  const ids = [...new Set(rows.filter(({ type }) => isPoll(type)).map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const votes = await findPollVotes(db, ids);
  const polls = [...(await findMessagesById(db, ids)).values()];
  return new Map(polls.map(({ id, message }) => [id, countVotes(optionsOf(message) ?? [], votes[id] ?? [])]));
}
