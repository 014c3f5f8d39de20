import { createHash, createPublicKey, verify as ed25519Verify, randomBytes } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * XEdDSA: Ed25519 signatures made and checked with X25519 keys
 * (https://signal.org/docs/specifications/xeddsa, in the form WhatsApp uses: the sign of the Edwards key
 * travels in the highest bit of the signature). Signatures are interchangeable with curve25519-js's.
 */

const { Point } = ed25519;
const { Fp, Fn } = Point;

const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;
const SIGN_BIT = 0x80;
/** DER: SubjectPublicKeyInfo of an Ed25519 key, up to the key itself (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** hash_1 of the specification: 2^256 − 2, little-endian, ahead of what is hashed. */
const HASH_1 = Buffer.concat([Buffer.from([0xfe]), Buffer.alloc(KEY_BYTES - 1, 0xff)]);

/** @returns 64 bytes */
export function sign(privateKey: Uint8Array, message: Uint8Array): Buffer {
  const key = clamped(privateKey);
  const secret = scalar(key);
  const publicKey = Point.BASE.multiply(secret).toBytes();
  const nonce = scalar(sha512(HASH_1, key, message, randomBytes(64)));
  const commitment = Point.BASE.multiply(nonce).toBytes();
  const challenge = scalar(sha512(commitment, publicKey, message));
  const signature = Buffer.concat([commitment, Fn.toBytes(Fn.add(nonce, Fn.mul(challenge, secret)))]);
  return withSignOf(publicKey, signature);
}

/** Whether `signature` is one of `message` by the holder of `publicKey` (32 bytes); false for anything malformed. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const edwards = edwardsKey(publicKey, lastByte(signature) & SIGN_BIT);
  if (!edwards) return false;
  const unsigned = Buffer.from(signature);
  unsigned[SIGNATURE_BYTES - 1] = lastByte(signature) & ~SIGN_BIT;
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, edwards]), format: 'der', type: 'spki' });
  return ed25519Verify(null, message, key, unsigned);
}

/** y = (u − 1) / (u + 1); undefined for what is no point of the curve. */
function edwardsKey(montgomery: Uint8Array, sign: number): Uint8Array | undefined {
  const masked = Uint8Array.from(montgomery);
  masked[KEY_BYTES - 1] = lastByte(masked) & ~SIGN_BIT; // RFC 7748: the highest bit of u is not looked at
  try {
    const u = Fp.fromBytes(masked);
    const edwards = Fp.toBytes(Fp.div(Fp.sub(u, Fp.ONE), Fp.add(u, Fp.ONE)));
    edwards[KEY_BYTES - 1] = lastByte(edwards) | sign;
    return edwards;
  } catch {
    return undefined; // not below the prime, or u = −1, which has no image
  }
}

function clamped(privateKey: Uint8Array): Buffer {
  if (privateKey.length !== KEY_BYTES) throw new TypeError('A private key is 32 bytes');
  const key = Buffer.from(privateKey);
  key.writeUInt8(key.readUInt8(0) & 0xf8, 0);
  key.writeUInt8((lastByte(key) & 0x7f) | 0x40, KEY_BYTES - 1);
  return key;
}

function withSignOf(publicKey: Uint8Array, signature: Buffer): Buffer {
  const sign = lastByte(publicKey) & SIGN_BIT;
  signature.writeUInt8((lastByte(signature) & ~SIGN_BIT) | sign, SIGNATURE_BYTES - 1);
  return signature;
}

const lastByte = (bytes: Uint8Array): number => bytes.at(-1) ?? 0;

/** The number that `bytes` are in little-endian, modulo the order of the group. */
const scalar = (bytes: Uint8Array): bigint =>
  Fn.create(BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`));

function sha512(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
}
