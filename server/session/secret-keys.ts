import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const { createHmac, createCipheriv, createDecipheriv, createSecretKey } = crypto;

let isUsed = false;

/**
 * Makes keys that are given to `node:crypto` as bytes into key objects first, in this process. Node 24 finds out
 * that bytes are none by an error that it throws and catches: with it an HMAC takes 16 µs, with a key object 4,
 * and Baileys and libsignal make several for each message.
 * What comes out is the same. It may be called before or after Baileys is loaded, once or often.
 */
export function useSecretKeys(): void {
  if (isUsed) return;
  isUsed = true;
  crypto.createHmac = (algorithm, key, options) => createHmac(algorithm, asKey(key), options);
  crypto.createCipheriv = withKey(createCipheriv);
  crypto.createDecipheriv = withKey(createDecipheriv);
  syncBuiltinESMExports();
}

type Create = (algorithm: string, key: crypto.CipherKey, ...rest: never[]) => unknown;

/** The same function, of which only the key is another; its many overloads stay as they are. */
const withKey = <F extends typeof createCipheriv | typeof createDecipheriv>(create: F): F =>
  ((algorithm: string, key: crypto.CipherKey, ...rest: never[]) =>
    (create as Create)(algorithm, asKey(key), ...rest)) as F;

/** An empty one stays bytes: there is no key object of it for a cipher. */
const asKey = <K>(key: K): K | crypto.KeyObject =>
  key instanceof Uint8Array && key.length > 0 ? createSecretKey(key) : key;
