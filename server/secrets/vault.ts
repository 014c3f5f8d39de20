import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const KEY_ID_BYTES = 4;
const RUN_BYTES = 8;
const IV_BYTES = RUN_BYTES + 4;
const TAG_BYTES = 16;
const IV_AT = 1 + KEY_ID_BYTES;
const TAG_AT = IV_AT + IV_BYTES;
const BODY_AT = TAG_AT + TAG_BYTES;

export const KEY_BYTES = 32;

/**
 * Keeps values encrypted at rest, each for one place: what is copied to another place does not open there.
 * A sealed value is: version 1 byte, key id 4, IV 12, tag 16, and the value encrypted by AES-256-GCM.
 */
export interface Vault {
  /** Tells keys apart without telling anything of them: 8 hex digits. */
  keyId: string;
  seal(value: Uint8Array, place: string): Buffer;
  /** @throws when it was sealed with another key or for another place, or changed since */
  open(sealed: Uint8Array, place: string): Buffer;
  /** The same for texts; sealed, they are base64. */
  sealText(text: string, place: string): string;
  openText(sealed: string, place: string): string;
}

/** @param key 32 bytes */
export function createVault(key: Uint8Array): Vault {
  const secret = createSecretKey(key);
  const keyId = createHmac('sha256', secret)
    .update('zapgate key id')
    .digest('hex')
    .slice(0, 2 * KEY_ID_BYTES);
  const header = Buffer.from([VERSION, ...Buffer.from(keyId, 'hex')]);
  const nextIv = ivs();
  const seal: Vault['seal'] = (value, place) => {
    const iv = nextIv();
    const cipher = createCipheriv(ALGORITHM, secret, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(value), cipher.final()]);
    return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
  };
  const open: Vault['open'] = (sealed, place) => {
    if (!header.equals(sealed.subarray(0, IV_AT))) throw new Error(`Not sealed with key ${keyId}`);
    const decipher = createDecipheriv(ALGORITHM, secret, sealed.subarray(IV_AT, TAG_AT), OPTIONS);
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(TAG_AT, BODY_AT));
    const value = decipher.update(sealed.subarray(BODY_AT));
    decipher.final(); // throws if it was changed; it has nothing to add
    return value;
  };
  return {
    ...{ keyId, seal, open },
    sealText: (text, place) => seal(Buffer.from(text), place).toString('base64'),
    openText: (sealed, place) => open(Buffer.from(sealed, 'base64'), place).toString(),
  };
}

const OPTIONS = { authTagLength: TAG_BYTES };

/**
 * No IV may come twice with one key, and random ones are safe for 2^32 values only (NIST SP 800-38D, 8.3): a busy
 * gateway seals more. So an IV is a random number of this run, and a count.
 */
function ivs(): () => Buffer {
  let count = 2 ** 32;
  const iv = Buffer.alloc(IV_BYTES);
  return () => {
    if (count === 2 ** 32) {
      randomBytes(RUN_BYTES).copy(iv);
      count = 0;
    }
    iv.writeUInt32BE(count++, RUN_BYTES);
    return Buffer.from(iv);
  };
}
