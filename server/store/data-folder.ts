import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CannotStartError } from '../errors.ts';
import { openDatabase } from './db.ts';
import type { Db } from './schema.ts';

/** The database of a data folder, which is this process's own until it is closed. */
export interface DataFolder {
  db: Db;
  close(): Promise<void>;
}

/** @throws CannotStartError when another process has the folder */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const unlock = lock(dataDir);
  try {
    const db = await openDatabase(join(dataDir, 'zapgate.db'));
    return { db, close: () => db.destroy().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Two gateways on one folder would take each account's connection from each other for ever. The lock is the
 * operating system's, on a file of SQLite's: it ends with the process, however that ends.
 *
 * @returns what unlocks
 */
function lock(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Sqlite(join(dataDir, 'zapgate.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new CannotStartError(
      `The data folder ${dataDir} is in use by another gateway: stop that one first.`,
    );
  }
  return () => void file.close();
}
