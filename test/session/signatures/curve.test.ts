import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { agree, generateKeyPair, sign, verify } from '../../../server/session/signatures/curve.ts';

const baileys = createRequire(import.meta.resolve('@whiskeysockets/baileys'));
/** What libsignal makes and checks signatures with, unless it is replaced. */
const before = { ...createRequire(baileys.resolve('libsignal/src/curve.js'))('curve25519-js') };

const ROUNDS = 25;

function newKeys(): { publicKey: Buffer; privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32),
  };
}

const cases = Array.from({ length: ROUNDS }, (_, size) => ({ ...newKeys(), message: randomBytes(size * 7) }));

test('what curve25519-js signs is verified', () => {
  for (const { publicKey, privateKey, message } of cases) {
    assert.ok(verify(publicKey, message, before.sign(privateKey, message)));
  }
});

test('what is signed here, curve25519-js verifies', () => {
  for (const { publicKey, privateKey, message } of cases) {
    assert.ok(before.verify(publicKey, message, sign(privateKey, message)));
  }
});

test('a signature holds for its message and its key only, and one flipped bit undoes it', () => {
  for (const { publicKey, privateKey, message } of cases) {
    const signature = sign(privateKey, message);
    assert.ok(verify(publicKey, message, signature));
    assert.ok(!verify(newKeys().publicKey, message, signature));
    assert.ok(!verify(publicKey, Buffer.concat([message, Buffer.from([0])]), signature));
    assert.ok(!verify(publicKey, message, flipped(signature)));
  }
});

test('no malformed key or signature is verified, and none throws', () => {
  const { publicKey, privateKey, message } = newSigner();
  const signature = sign(privateKey, message);
  assert.ok(!verify(publicKey, message, Buffer.alloc(64)));
  assert.ok(!verify(publicKey, message, signature.subarray(1)));
  assert.ok(!verify(publicKey.subarray(1), message, signature));
  assert.ok(!verify(MINUS_ONE, message, signature));
  assert.ok(!verify(Buffer.alloc(32, 0xff), message, signature));
});

test('the same signature in another form, beyond the order of the curve, is not verified', () => {
  for (const { publicKey, privateKey, message } of cases) {
    const signature = sign(privateKey, message);
    const [other, isNegative] = [Buffer.from(signature), signature.at(-1) ?? 0];
    other[63] = isNegative & 0x7f;
    const scalar = BigInt(`0x${Buffer.from(other.subarray(32)).reverse().toString('hex')}`) + ORDER;
    other.set(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse(), 32);
    other[63] = (other[63] ?? 0) | (isNegative & 0x80);
    assert.notDeepEqual(other, signature);
    assert.ok(!verify(publicKey, message, other));
  }
});

test('keys agree on what they agree on by curve25519-js', () => {
  for (const { publicKey, privateKey } of cases) {
    const own = generateKeyPair();
    assert.equal(own.pubKey[0], TYPE);
    const secret = agree(typed(publicKey), own.privKey);
    assert.deepEqual(secret, agree(own.pubKey, privateKey));
    assert.deepEqual(secret, Buffer.from(before.sharedKey(own.privKey, publicKey)));
  }
});

test('nothing is agreed on with a malformed key, nor with one that makes every secret zero', () => {
  const { privKey } = generateKeyPair();
  assert.throws(() => agree(Buffer.alloc(KEY_BYTES), privKey));
  assert.throws(() => agree(typed(Buffer.alloc(KEY_BYTES)), privKey));
  assert.throws(() => agree(typed(Buffer.alloc(KEY_BYTES - 2)), privKey));
});

const ORDER = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;

const KEY_BYTES = 32;
/** Curve25519, ahead of a key as Signal serialises it. */
const TYPE = 5;
const typed = (key: Uint8Array): Buffer => Buffer.concat([Buffer.from([TYPE]), key]);

/** u = −1 modulo 2^255 − 19: it has no point on the Edwards curve. */
const MINUS_ONE = Buffer.concat([Buffer.from([0xec]), Buffer.alloc(30, 0xff), Buffer.from([0x7f])]);

const newSigner = () => ({ ...newKeys(), message: randomBytes(63) });

function flipped(signature: Buffer): Buffer {
  const other = Buffer.from(signature);
  const at = randomBytes(2).readUInt16BE() % (other.length * 8);
  other.writeUInt8(other.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return other;
}
