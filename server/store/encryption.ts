import { type Selectable, sql } from 'kysely';
import type { Db } from './schema.ts';
import type { EncryptionTable } from './tables/encryption.ts';

/** The key that everything is encrypted with, and what tells whether another one is the same. */
export type Encryption = Omit<Selectable<EncryptionTable>, 'id'>;

/** Undefined as long as nothing is encrypted as it is now. */
export function findEncryption(db: Db): Promise<Encryption | undefined> {
  return db.selectFrom('encryption').select(['key_id', 'proof']).executeTakeFirst();
}

export async function saveEncryption(tx: Db, encryption: Encryption): Promise<void> {
  await tx
    .insertInto('encryption')
    .values({ id: 1, ...encryption })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(encryption))
    .execute();
}

/** Writes what is committed to the disk itself: from then on a power cut cannot undo it. */
export async function checkpoint(db: Db): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/**
 * What SQLite's own number of the file's version is once there is nothing plain in it. It was 1 while webhooks'
 * headers were.
 */
const PURGED = 2;

/**
 * Writes the file anew, once, so that nothing is left in it of what was deleted or replaced before everything
 * was encrypted.
 */
export async function purgeOnce(db: Db): Promise<void> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  if (rows[0]?.user_version === PURGED) return;
  await sql`vacuum`.execute(db);
  await sql`pragma user_version = ${sql.lit(PURGED)}`.execute(db);
  await checkpoint(db);
}
