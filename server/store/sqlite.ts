import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { createCheckpoints } from './checkpoints.ts';

const BUSY_TIMEOUT_MS = 5_000;
const MOST_STATEMENTS = 256;
/** Of the write-ahead log, 32 MB: beyond that, who writes waits for a checkpoint. */
const MOST_PAGES = 8_000;
/** Longer ones are inserts of many rows, which hardly ever have the same number of rows again. */
const LONGEST_STATEMENT = 4_096;

type Prepare = SqliteDatabase['prepare'];

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
  if (inMemory) return { prepare: keptStatements(sqlite), close: () => sqlite.close() };
  sqlite.pragma(`wal_autocheckpoint = ${MOST_PAGES}`);
  const checkpoints = createCheckpoints(file);
  return {
    prepare: noticingCommits(keptStatements(sqlite), checkpoints.committed),
    close() {
      checkpoints.end();
      sqlite.close();
    },
  };
}

function noticingCommits(prepare: Prepare, committed: () => void): Prepare {
  return (sql) => {
    if (sql === 'commit') committed();
    return prepare(sql);
  };
}

/** Keeps prepared statements: preparing is nearly half the cost of recording a message. */
function keptStatements(sqlite: Sqlite.Database): Prepare {
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
