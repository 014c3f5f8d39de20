import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { createLimit, type Limit } from '../limit.ts';
import { eventIds } from './event-ids.ts';
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

/** Of each database: Kysely's own line lets who comes late go first now and then, and wakes all who wait each time. */
const lines = new WeakMap<Db, Limit>();

/**
 * Runs `work` in one transaction, joining the one that is open already. Transactions run in the order in which they
 * are asked for. Within one, query by `tx` only: the one connection is taken, and a query by `db` would wait for
 * ever. Never await the network inside.
 */
export function transaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const line = lines.get(db) ?? createLimit(1);
  lines.set(db, line);
  return line(() => db.transaction().execute(work));
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
