import { randomBytes } from 'node:crypto';
import { CannotStartError } from '../errors.ts';
import { transaction } from '../store/db.ts';
import { type Encryption, findEncryption, purgeOnce } from '../store/encryption.ts';
import { placeOf } from '../store/places.ts';
import type { Db } from '../store/schema.ts';
import { changePlainHeaders } from '../store/sealed-values.ts';
import { sealFirst } from './first-sealing.ts';
import { keptKey, keyFiles, settleKeyFile } from './key-file.ts';
import { createVault, KEY_BYTES, type Vault } from './vault.ts';

/** Where the key comes from. */
export interface KeySource {
  dataDir: string;
  /** The configured one. Without it, the one in a file of the data folder is used. */
  key: Uint8Array | undefined;
}

/**
 * The vault of this database, with the key that everything in it is encrypted with. At the first start that is
 * the configured key or a new one.
 *
 * @throws CannotStartError when the key is another one, or missing: nothing is changed then
 */
export async function openVault(db: Db, source: KeySource): Promise<Vault> {
  const encryption = await findEncryption(db);
  const vault = encryption ? vaultOf(encryption, source) : await firstVault(db, source);
  await transaction(db, (tx) => changePlainHeaders(tx, vault.sealText));
  await purgeOnce(db);
  return vault;
}

function vaultOf(encryption: Encryption, source: KeySource): Vault {
  const keys = source.key ? [source.key] : keyFiles(source.dataDir);
  const key = keys.find((candidate) => fits(createVault(candidate), encryption));
  if (!key) throw new CannotStartError(complaint(source, encryption, keys[0]));
  if (!source.key) settleKeyFile(source.dataDir, key);
  return createVault(key);
}

export const newVaultKey = (): Uint8Array => randomBytes(KEY_BYTES);

function firstVault(db: Db, { dataDir, key }: KeySource): Promise<Vault> {
  // The first versions encrypted tokens and passwords with the file's key, whatever is configured now.
  const before = keyFiles(dataDir)[0];
  return sealFirst(db, key ?? keptKey(dataDir, newVaultKey), before);
}

function fits(vault: Vault, { proof }: Encryption): boolean {
  try {
    vault.open(proof, placeOf.check());
    return true;
  } catch {
    return false; // that is what another key does
  }
}

function complaint(
  { dataDir, key }: KeySource,
  { key_id }: Encryption,
  given: Uint8Array | undefined,
): string {
  const from = key ? 'ENCRYPTION_KEY' : `${dataDir}/encryption.key`;
  const found = given ? `${from} holds another key (${createVault(given).keyId})` : `${from} does not exist`;
  return [
    `The database in ${dataDir} is encrypted with the key ${key_id}, but ${found}.`,
    'Nothing was changed. Start with the key it was encrypted with: set ENCRYPTION_KEY to it, or unset it to use',
    `the file ${dataDir}/encryption.key. To change the key, see "Keys" in the README.`,
  ].join('\n');
}
