import { createRequire } from 'node:module';
import { agree, generateKeyPair, type KeyPair, sign, verify } from './curve.ts';

/** The parts of libsignal, and of what it makes signatures with, that are replaced here. */
interface LibsignalCurve {
  generateKeyPair(): KeyPair;
  calculateAgreement(publicKey: Uint8Array, privateKey: Uint8Array): Uint8Array;
  verifySignature(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}
interface Curve25519 {
  sign(privateKey: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * Makes every signature check of this process count, and signatures and the keys of Signal sessions fast. Baileys
 * 7.0.0-rc14 believes any signature for which libsignal 6.0.0 does not throw, and libsignal only answers false;
 * that of a signed pre-key it does not look at. With this, a wrong one in the server's certificate, in the link to
 * the phone, in a pre-key bundle or in a group message is refused. Both modules are the very ones that Baileys
 * loads, and they look these functions up at each call: it may be called before or after Baileys is loaded, once
 * or often.
 */
export function useStrictSignatures(): void {
  const baileys = createRequire(import.meta.resolve('@whiskeysockets/baileys'));
  const libsignal = createRequire(baileys.resolve('libsignal/src/curve.js'));
  const curve25519: Curve25519 = libsignal('curve25519-js');
  curve25519.sign = sign;
  curve25519.verify = verifyOrThrow;
  const curve: LibsignalCurve = baileys('libsignal/src/curve.js');
  curve.generateKeyPair = generateKeyPair;
  curve.calculateAgreement = agree;
  curve.verifySignature = (publicKey, message, signature) =>
    verifyOrThrow(withoutType(publicKey), message, signature);
}

function verifyOrThrow(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): true {
  if (!verify(publicKey, message, signature)) throw new Error('Invalid signature');
  return true;
}

const KEY_TYPE = 5; // Curve25519, ahead of a key as Signal serialises it
const TYPED_KEY_BYTES = 33;

const withoutType = (key: Uint8Array): Uint8Array =>
  key.length === TYPED_KEY_BYTES && key[0] === KEY_TYPE ? key.subarray(1) : key;
