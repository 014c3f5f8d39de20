import { BufferJSON, proto, type SignalDataTypeMap } from '@whiskeysockets/baileys';
import { LRUCache } from 'lru-cache';

/** Before what are bytes already, such as a sender key. JSON never begins with it. */
const BYTES = 0;

/** A Signal key as it is kept. It has memory of its own: a slice of Node's pool would keep all of that in the cache. */
export function encodeKey(type: string, value: unknown): Buffer {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.allocUnsafeSlow(value.length + 1);
    bytes[0] = BYTES;
    bytes.set(value, 1);
    return bytes;
  }
  const text = JSON.stringify(value, mayHoldBytes(type) ? BufferJSON.replacer : undefined);
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  if (type === 'session') sessions.set(bytes, value as object);
  return bytes;
}

/**
 * The sessions that were in use last, as they are decoded: each message reads its own twice. Unlike other values
 * they are only copied from (libsignal 6.0.0).
 */
const sessions = new LRUCache<Uint8Array, object>({ max: 256 });

/** A value of its own, but for sessions: Baileys changes some of what it is given. */
export function decodeKey<T extends keyof SignalDataTypeMap>(
  type: T,
  bytes: Uint8Array,
): SignalDataTypeMap[T] {
  const known = type === 'session' ? sessions.get(bytes) : undefined;
  const value = known ?? decode(type, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (type === 'session' && !known) sessions.set(bytes, value as object);
  return value as SignalDataTypeMap[T];
}

function decode(type: string, bytes: Buffer): unknown {
  if (bytes[0] === BYTES) return Buffer.from(bytes.subarray(1));
  const text = bytes.toString();
  const value = JSON.parse(text, text.includes(BUFFER) ? BufferJSON.reviver : undefined);
  return type === 'app-state-sync-key' ? proto.Message.AppStateSyncKeyData.fromObject(value) : value;
}

/** As JSON names what Baileys' reviver turns into bytes; without any, the reviver costs more than the parsing. */
const BUFFER = '"Buffer"';

/** A session is plain JSON as libsignal serialises it, and by far the most frequent. */
const mayHoldBytes = (type: string): boolean => type !== 'session';
