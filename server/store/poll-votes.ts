import type { Db } from './schema.ts';

export interface PollVote {
  voter: string;
  /** The names of the options that were chosen. */
  options: string[];
  /** Milliseconds. */
  voted_at: number;
}

/** Writes the voter's last vote in the poll; false if a newer one is there. */
export async function setPollVote(
  tx: Db,
  instanceId: string,
  messageId: string,
  { voter, options, voted_at }: PollVote,
): Promise<boolean> {
  const values = { options: JSON.stringify(options), voted_at };
  const written = await tx
    .insertInto('poll_vote')
    .values({ instance_id: instanceId, message_id: messageId, voter, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['message_id', 'voter'])
        .doUpdateSet(values)
        .whereRef('poll_vote.voted_at', '<', 'excluded.voted_at'),
    )
    .returning('voter')
    .executeTakeFirst();
  return written !== undefined;
}

/** All votes in these polls, by the row id of the poll, of each the first first. */
export async function findPollVotes(
  db: Db,
  messageIds: string[],
): Promise<Partial<Record<string, PollVote[]>>> {
  if (messageIds.length === 0) return {};
  const rows = await db
    .selectFrom('poll_vote')
    .select(['message_id', 'voter', 'options', 'voted_at'])
    .where('message_id', 'in', messageIds)
    .orderBy('voted_at')
    .execute();
  const votes = rows.map((row) => ({ ...row, options: JSON.parse(row.options) }));
  return Object.groupBy(votes, (vote) => vote.message_id);
}
