import assert from 'node:assert/strict';
import * as crypto from 'node:crypto';
import { test } from 'node:test';
import { aesDecryptGCM, aesEncryptGCM, hmacSign } from '@whiskeysockets/baileys';
import { useSecretKeys } from '../../server/session/secret-keys.ts';

const { createHmac, createCipheriv, createDecipheriv } = crypto;
const key = crypto.randomBytes(32);
const data = crypto.randomBytes(100);
const iv = crypto.randomBytes(16);

/** Called anew each time: they may be others by then. */
const results = () => ({
  hmac: crypto.createHmac('sha256', key).update(data).digest('hex'),
  ofText: crypto.createHmac('sha256', 'a text').update(data).digest('hex'),
  ofNothing: crypto.createHmac('sha256', Buffer.alloc(0)).update(data).digest('hex'),
  sliced: crypto.createHmac('sha256', key.subarray(4, 20)).update(data).digest('hex'),
  cbc: crypto.createCipheriv('aes-256-cbc', key, iv).update(data, undefined, 'hex'),
  array: crypto.createCipheriv('aes-256-ctr', Uint8Array.from(key), iv).update(data, undefined, 'hex'),
  decrypted: crypto.createDecipheriv('aes-256-ctr', key, iv).update(data, undefined, 'hex'),
});

test('with key objects comes out what comes out with bytes, for whoever imports node:crypto', () => {
  const bytes = results();
  const sealed = aesEncryptGCM(data, key, iv.subarray(0, 12), Buffer.from('more'));
  useSecretKeys();
  assert.notEqual(crypto.createHmac, createHmac);
  assert.notEqual(crypto.createCipheriv, createCipheriv);
  assert.notEqual(crypto.createDecipheriv, createDecipheriv);
  assert.deepEqual(results(), bytes);
  assert.deepEqual(aesEncryptGCM(data, key, iv.subarray(0, 12), Buffer.from('more')), sealed);
  assert.deepEqual(aesDecryptGCM(sealed, key, iv.subarray(0, 12), Buffer.from('more')), data);
  assert.equal(hmacSign(data, key).toString('hex'), bytes.hmac);
});

test('a key of the wrong length is refused as before, and a second call changes nothing', () => {
  const { createHmac: first } = crypto;
  useSecretKeys();
  assert.equal(crypto.createHmac, first);
  assert.throws(() => crypto.createCipheriv('aes-256-cbc', Buffer.alloc(31), iv), /Invalid key length/);
});
