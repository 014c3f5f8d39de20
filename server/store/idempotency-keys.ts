import type { Selectable } from 'kysely';
import type { Db } from './schema.ts';
import type { IdempotencyKeyTable } from './tables/sending.ts';

/** How long an answer can be asked for again. */
export const KEPT_MS = 24 * 60 * 60 * 1000;

/** Old ones that go with each new one, so that they never pile up and never take long. */
const PRUNED_AT_ONCE = 10;

export type IdempotencyKeyRow = Omit<Selectable<IdempotencyKeyTable>, 'answer' | 'created_at'> & {
  answer: unknown;
};

/** Undefined too for one that is older than a day. */
export async function findIdempotencyKey(
  db: Db,
  instanceId: string,
  key: string,
): Promise<IdempotencyKeyRow | undefined> {
  const row = await db
    .selectFrom('idempotency_key')
    .select(['instance_id', 'key', 'fingerprint', 'status', 'answer'])
    .where('instance_id', '=', instanceId)
    .where('key', '=', key)
    .where('created_at', '>', Date.now() - KEPT_MS)
    .executeTakeFirst();
  return row && { ...row, answer: JSON.parse(row.answer) };
}

/** Call it in the transaction that writes the message. One of the same key that is too old makes room. */
export async function insertIdempotencyKey(tx: Db, row: IdempotencyKeyRow): Promise<void> {
  const values = { ...row, answer: JSON.stringify(row.answer), created_at: Date.now() };
  await prune(tx);
  await tx
    .insertInto('idempotency_key')
    .values(values)
    .onConflict((conflict) => conflict.columns(['instance_id', 'key']).doUpdateSet(values))
    .execute();
}

/** The first answer was another after all; its caller has that one. */
export async function changeIdempotencyAnswer(
  tx: Db,
  { instance_id, key, status, answer }: Omit<IdempotencyKeyRow, 'fingerprint'>,
): Promise<void> {
  await tx
    .updateTable('idempotency_key')
    .set({ status, answer: JSON.stringify(answer) })
    .where('instance_id', '=', instance_id)
    .where('key', '=', key)
    .execute();
}

async function prune(tx: Db): Promise<void> {
  const old = await oldKeys(tx).execute();
  for (const { instance_id, key } of old)
    await tx
      .deleteFrom('idempotency_key')
      .where('instance_id', '=', instance_id)
      .where('key', '=', key)
      .execute();
}

/** For tests: how the oldest are found. */
export function oldKeys(db: Db) {
  return db
    .selectFrom('idempotency_key')
    .select(['instance_id', 'key'])
    .where('created_at', '<=', Date.now() - KEPT_MS)
    .orderBy('created_at')
    .limit(PRUNED_AT_ONCE);
}
