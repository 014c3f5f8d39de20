/** Encrypts the database with another key; see "Keys" in the README. The gateway must not be running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnv } from '../server/config.ts';
import { CannotStartError } from '../server/errors.ts';
import { rotateKey } from '../server/secrets/rotation.ts';
import { openDataFolder } from '../server/store/data-folder.ts';

try {
  await rotate();
} catch (error) {
  if (!(error instanceof CannotStartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function rotate(): Promise<void> {
  const { dataDir, encryption } = readEnv();
  if (!existsSync(join(dataDir, 'zapgate.db')))
    throw new CannotStartError(`There is no database in ${dataDir}: set DATA_DIR.`);
  const { db, close } = await openDataFolder(dataDir);
  try {
    const { values, from, to } = await rotateKey(db, { dataDir, key: encryption.key }, encryption.newKey);
    console.log(`${values} values are encrypted with the key ${to}, and no longer with ${from}.`);
    if (encryption.newKey) console.log('Start the gateway with that key as ENCRYPTION_KEY from now on.');
  } finally {
    await close();
  }
}
