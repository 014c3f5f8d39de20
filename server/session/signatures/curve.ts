import * as bridge from 'whatsapp-rust-bridge';

/**
 * Curve25519 as Signal uses it, by Signal's own implementation in Rust, which Baileys brings along as WebAssembly:
 * keys agreed on, and XEdDSA signatures (https://signal.org/docs/specifications/xeddsa, in the form WhatsApp uses:
 * the sign of the Edwards key travels in the highest bit of the signature). All of it is interchangeable with what
 * libsignal does by node:crypto and by curve25519-js; a signature takes 0.1 ms, and with curve25519-js 11.
 */

export interface KeyPair {
  /** 33 bytes: the type of the key, and the key. */
  pubKey: Buffer;
  privKey: Buffer;
}

const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;

export function generateKeyPair(): KeyPair {
  const { pubKey, privKey } = bridge.generateKeyPair();
  return { pubKey: bytesOf(pubKey), privKey: bytesOf(privKey) };
}

/** @returns 64 bytes */
export function sign(privateKey: Uint8Array, message: Uint8Array): Buffer {
  return bytesOf(bridge.calculateSignature(privateKey, message));
}

/** Whether `signature` is one of `message` by the holder of `publicKey` (32 bytes); false for anything malformed. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  return isCanonical(signature) && bridge.verifySignature(publicKey, message, signature);
}

/** Of the base point of Edwards25519. */
const ORDER = Buffer.from('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed', 'hex');
const SIGN_BIT = 0x80;

/** The bridge takes a scalar beyond the order as well: the same signature in another form (RFC 8032, 5.1.7). */
function isCanonical(signature: Uint8Array): boolean {
  const scalar = Buffer.from(signature.subarray(KEY_BYTES));
  scalar[KEY_BYTES - 1] = (scalar[KEY_BYTES - 1] ?? 0) & ~SIGN_BIT;
  return scalar.reverse().compare(ORDER) < 0;
}

/** @param publicKey 33 bytes @returns 32 bytes @throws for a key that agrees on nothing secret */
export function agree(publicKey: Uint8Array, privateKey: Uint8Array): Buffer {
  const secret = bytesOf(bridge.calculateAgreement(publicKey, privateKey));
  if (secret.every((byte) => byte === 0)) throw new Error('Invalid public key');
  return secret;
}

const bytesOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);
