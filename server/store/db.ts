import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { eventIds } from './event-ids.ts';
import { createGroupCommit, type Transact } from './group-commit.ts';
import { migrations } from './migrations/index.ts';
import type { Database, Db } from './schema.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the database and brings its tables up to date. `:memory:` opens one that lives as long as its handle.
 * Close it with `db.destroy()`.
 */
export async function openDatabase(file: string): Promise<Db> {
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: openSqlite(file) }) });
  try {
    await migrate(db);
    await goOnAfterLog(db);
    return db;
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

const commits = new WeakMap<Db, Transact>();

/**
 * Runs `work` in one transaction, joining the one that is open already. Transactions run in the order in which they
 * are asked for, and may share a commit. Within one, query by `tx` only: the one connection is taken, and a query
 * by `db` would wait for ever. Never await the network inside.
 */
export function transaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const commit = commits.get(db) ?? createGroupCommit(db);
  commits.set(db, commit);
  return commit(work);
}

async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** New events sort after those of the log, also where the clock has been set back since. */
async function goOnAfterLog(db: Db): Promise<void> {
  const newest = await db.selectFrom('event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (newest) eventIds.goOnAfter(newest.id);
}

/** Rejects while the database does not answer. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}
