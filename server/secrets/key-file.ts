import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStartError } from '../errors.ts';
import { keptInDataDir } from './data-file.ts';
import { KEY_BYTES } from './vault.ts';

const NAME = 'encryption.key';
/** The key of a rotation that is under way, or was cut off. */
const NEXT = 'encryption.key.next';

const KEY_TEXT = /^[0-9a-f]{64}$/i;

/** The keys in the data folder, as they are to be tried: a rotation that was cut off leaves two. */
export function keyFiles(dataDir: string): Uint8Array[] {
  return [NAME, NEXT].flatMap((name) => readKey(join(dataDir, name)) ?? []);
}

/** The key in the data folder; made if there is none. */
export function keptKey(dataDir: string, make: () => Uint8Array): Uint8Array {
  const { text } = keptInDataDir(dataDir, NAME, () => Buffer.from(make()).toString('hex'));
  return parseKey(join(dataDir, NAME), text);
}

/** Writes the key that is to follow the one in use, and sees that it is on the disk. */
export function writeNextKey(dataDir: string, key: Uint8Array): void {
  const file = openSync(join(dataDir, NEXT), 'w', 0o600);
  try {
    writeSync(file, `${Buffer.from(key).toString('hex')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The file of the key in use is the one that holds `key`, if it was the one to follow until now. */
export function settleKeyFile(dataDir: string, key: Uint8Array): void {
  if (readKey(join(dataDir, NAME))?.equals(key)) return;
  renameSync(join(dataDir, NEXT), join(dataDir, NAME));
}

function readKey(file: string): Buffer | undefined {
  try {
    return parseKey(file, readFileSync(file, 'utf8').trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseKey(file: string, text: string): Buffer {
  if (!KEY_TEXT.test(text))
    throw new CannotStartError(`${file} does not hold a key of ${2 * KEY_BYTES} hex digits.`);
  return Buffer.from(text, 'hex');
}
