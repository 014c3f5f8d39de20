/** Encrypts the database with another key; see "Keys" in the README. The gateway must not be running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../server/config.ts';
import { CannotStartError } from '../server/errors.ts';
import { rotateKey } from '../server/secrets/rotation.ts';
import { lockDataDir } from '../server/store/data-lock.ts';
import { openDatabase } from '../server/store/db.ts';

try {
  await rotate();
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function rotate(): Promise<void> {
  const { dataDir, encryption } = readEnv();
  const file = join(dataDir, 'zapgate.db');
  if (!existsSync(file)) throw new CannotStartError(`There is no database in ${dataDir}: set DATA_DIR.`);
  const unlock = lockDataDir(dataDir);
  const db = await openDatabase(file);
  try {
    const { values, from, to } = await rotateKey(db, { dataDir, key: encryption.key }, encryption.newKey);
    console.log(`${values} values are encrypted with the key ${to}, and no longer with ${from}.`);
    if (encryption.newKey) console.log('Start the gateway with that key as ENCRYPTION_KEY from now on.');
  } finally {
    await db.destroy();
    unlock();
  }
}
