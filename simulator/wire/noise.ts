import {
  aesDecryptGCM,
  aesEncryptGCM,
  Curve,
  hkdf,
  NOISE_MODE,
  NOISE_WA_HEADER,
  sha256,
} from '@whiskeysockets/baileys';
import type { ServerIdentity } from './certificate.ts';

/** Encrypts and decrypts frames once the handshake is over; each direction counts its own frames. */
export type Transport = { seal(plain: Buffer): Buffer; open(cipher: Buffer): Buffer };

/** The responder's side of Noise_XX_25519_AESGCM_SHA256: `hello`, then `finish`. */
export type Responder = {
  hello(clientEphemeral: Buffer): { ephemeral: Uint8Array; static: Uint8Array; payload: Uint8Array };
  finish(encryptedStatic: Buffer, encryptedPayload: Buffer): Finished;
};
export type Finished = { clientStatic: Buffer; payload: Buffer; transport: Transport };

const EMPTY = Buffer.alloc(0);

function counterIv(counter: number): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(counter, 8);
  return iv;
}

function expand(input: Uint8Array, salt: Buffer): [Buffer, Buffer] {
  const output = Buffer.from(hkdf(input, 64, { salt, info: '' }));
  return [output.subarray(0, 32), output.subarray(32)];
}

function createTransport(readKey: Buffer, writeKey: Buffer): Transport {
  let read = 0;
  let written = 0;
  return {
    seal: (plain) => aesEncryptGCM(plain, writeKey, counterIv(written++), EMPTY),
    open: (cipher) => aesDecryptGCM(cipher, readKey, counterIv(read++), EMPTY),
  };
}

/** Handshake state: running hash, chaining key, and a cipher whose one counter serves both directions. */
function createHandshakeState() {
  let hash: Buffer = Buffer.from(NOISE_MODE); // exactly 32 bytes, so used as it is
  let chainingKey = hash;
  let key = hash;
  let counter = 0;
  const mixHash = (data: Uint8Array) => {
    hash = sha256(Buffer.concat([hash, data]));
  };
  const mixKey = (secret: Uint8Array) => {
    [chainingKey, key] = expand(secret, chainingKey);
    counter = 0;
  };
  const encrypt = (plain: Uint8Array) => {
    const cipher = aesEncryptGCM(plain, key, counterIv(counter++), hash);
    mixHash(cipher);
    return cipher;
  };
  const decrypt = (cipher: Buffer) => {
    const plain = aesDecryptGCM(cipher, key, counterIv(counter++), hash);
    mixHash(cipher);
    return plain;
  };
  mixHash(NOISE_WA_HEADER);
  return { mixHash, mixKey, encrypt, decrypt, split: () => expand(EMPTY, chainingKey) };
}

export function createResponder(identity: ServerIdentity): Responder {
  const state = createHandshakeState();
  const ephemeral = Curve.generateKeyPair();
  return {
    hello: (clientEphemeral) => {
      state.mixHash(clientEphemeral);
      state.mixHash(ephemeral.public);
      state.mixKey(Curve.sharedKey(ephemeral.private, clientEphemeral));
      const encryptedStatic = state.encrypt(identity.staticKeys.public);
      state.mixKey(Curve.sharedKey(identity.staticKeys.private, clientEphemeral));
      return { ephemeral: ephemeral.public, static: encryptedStatic, payload: state.encrypt(identity.chain) };
    },
    finish: (encryptedStatic, encryptedPayload) => {
      const clientStatic = state.decrypt(encryptedStatic);
      state.mixKey(Curve.sharedKey(ephemeral.private, clientStatic));
      const payload = state.decrypt(encryptedPayload);
      return { clientStatic, payload, transport: createTransport(...state.split()) };
    },
  };
}
