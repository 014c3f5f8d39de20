import { type AuthenticationCreds, BufferJSON } from '@whiskeysockets/baileys';

export function encodeCredentials(creds: AuthenticationCreds): Buffer {
  return Buffer.from(JSON.stringify(creds, BufferJSON.replacer));
}

/**
 * They live as long as the link, so each of their keys has memory of its own: one slice of Node's pool of buffers
 * would keep all 64 kB of it, for every account.
 */
export function decodeCredentials(bytes: Buffer): AuthenticationCreds {
  return JSON.parse(bytes.toString(), (name, value) => {
    const revived: unknown = BufferJSON.reviver(name, value);
    return Buffer.isBuffer(revived) ? Buffer.from(Uint8Array.from(revived).buffer) : revived;
  });
}
