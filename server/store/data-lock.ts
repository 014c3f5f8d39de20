import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { CannotStartError } from '../errors.ts';

/**
 * Keeps the data folder for this process: two gateways on one folder would take each account's connection from
 * each other for ever. The lock is the operating system's, on a file of SQLite's: it ends with the process,
 * however that ends.
 *
 * @returns what gives the folder free again
 * @throws CannotStartError when another process has it
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new Sqlite(join(dataDir, 'zapgate.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new CannotStartError(
      `The data folder ${dataDir} is in use by another gateway: stop that one first.`,
    );
  }
  return () => lock.close();
}
