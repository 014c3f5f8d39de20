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

/** All votes in the poll, the first first. */
export async function listPollVotes(db: Db, messageId: string): Promise<PollVote[]> {
  const rows = await db
    .selectFrom('poll_vote')
    .select(['voter', 'options', 'voted_at'])
    .where('message_id', '=', messageId)
    .orderBy('voted_at')
    .execute();
  return rows.map((row) => ({ ...row, options: JSON.parse(row.options) }));
}
