import { createDecipheriv } from 'node:crypto';
import { CannotStartError } from '../errors.ts';
import type { Db } from '../store/schema.ts';
import { type Opener, sealAll } from './sealing.ts';
import { createVault, type Vault } from './vault.ts';

/**
 * Encrypts a database of the first versions, or an empty one. They kept credentials and Signal keys as plain
 * JSON, and encrypted tokens and passwords for no place in particular.
 *
 * @param before the key of the first versions, if it is there
 */
export async function sealFirst(db: Db, key: Uint8Array, before: Uint8Array | undefined): Promise<Vault> {
  const vault = createVault(key);
  const opener: Opener = { open: (plain) => plain, openText: (sealed) => openFirst(sealed, before) };
  await sealAll(db, opener, vault);
  return vault;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** As the first versions sealed: IV, tag and body in base64. */
function openFirst(sealed: string, key: Uint8Array | undefined): string {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key ?? '', bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const body = bytes.subarray(IV_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString();
  } catch (error) {
    throw new CannotStartError(LOST, { cause: error });
  }
}

const LOST = [
  'The database holds tokens or proxy passwords that encryption.key in the data folder does not open.',
  'Nothing was changed. Put back the file as it was when the database was last used.',
].join('\n');
