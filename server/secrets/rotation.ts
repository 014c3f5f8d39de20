import { CannotStartError } from '../errors.ts';
import { checkpoint } from '../store/encryption.ts';
import type { Db } from '../store/schema.ts';
import { type KeySource, newVaultKey, openVault } from './encryption.ts';
import { settleKeyFile, writeNextKey } from './key-file.ts';
import { sealAll } from './sealing.ts';
import { createVault } from './vault.ts';

/** What a rotation did. */
export interface Rotation {
  values: number;
  from: string;
  to: string;
}

/**
 * Encrypts everything with another key: with `newKey`, or with a new one that takes the place of the one in the
 * data folder. No gateway may be running. It is one transaction: cut off at any moment, the database is usable
 * by the old key or by the new one, and where the keys are files the next start finds out by which.
 *
 * @throws CannotStartError when the present key is not right, or there is no place for a new one
 */
export async function rotateKey(
  db: Db,
  source: KeySource,
  newKey: Uint8Array | undefined,
): Promise<Rotation> {
  if (source.key && !newKey) throw new CannotStartError(NO_PLACE);
  const from = await openVault(db, source);
  const key = newKey ?? newVaultKey();
  const to = createVault(key);
  if (!newKey) writeNextKey(source.dataDir, key);
  const values = await sealAll(db, from, to);
  await checkpoint(db);
  if (!newKey) settleKeyFile(source.dataDir, key);
  return { values, from: from.keyId, to: to.keyId };
}

const NO_PLACE =
  'The key is in ENCRYPTION_KEY, which cannot be changed from here: set NEW_ENCRYPTION_KEY to the one that is to follow.';
