import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

const BUSY_TIMEOUT_MS = 5_000;
const MOST_STATEMENTS = 256;
/**
 * Of the write-ahead log, 32 MB, that come together before they go into the database, for which who writes waits. At
 * 1,000 messages stored a second the event loop is held up for 1.3 ms (99 % of the time less), and for 6.8 with the
 * thousand pages of SQLite itself (`npm run bench -- webhooks`).
 */
const LOG_PAGES = 8_000;
/** Longer ones are inserts of many rows, which hardly ever have the same number of rows again. */
const LONGEST_STATEMENT = 4_096;

/** Opens the file, for its owner only: it holds WhatsApp credentials. */
export function openSqlite(file: string): SqliteDatabase {
  const inMemory = file === ':memory:';
  if (!inMemory) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const sqlite = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  // SQLite gives its -wal and -shm files the mode of the database.
  if (!inMemory) chmodSync(file, 0o600);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
  return { prepare: keptStatements(sqlite), close: () => sqlite.close() };
}

/** Keeps prepared statements: preparing is nearly half the cost of recording a message. */
function keptStatements(sqlite: Sqlite.Database): SqliteDatabase['prepare'] {
  const kept = new Map<string, SqliteStatement>();
  return (sql) => {
    const statement = kept.get(sql) ?? (sqlite.prepare(sql) as SqliteStatement);
    if (sql.length > LONGEST_STATEMENT) return statement;
    // Set anew, it is the last of the map: the first is the one that was not used for longest.
    kept.delete(sql);
    kept.set(sql, statement);
    const oldest = kept.size > MOST_STATEMENTS ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}
