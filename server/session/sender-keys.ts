import {
  SenderKeyRecord,
  type SenderKeyStateStructure as State,
} from '@whiskeysockets/baileys/lib/Signal/Group/sender-key-record.js';

const { serialize } = SenderKeyRecord.prototype;

/**
 * Keeps the records of group keys small, and reads them fast. With each message that an account sends to a group
 * Baileys 7.0.0-rc14 skips a key and keeps it, though nobody ever asks for the keys of one's own messages: after
 * 2,000 of them the record is 334 kB of JSON, which each message reads twice and writes once.
 * What is written can be read by Baileys without this, and the other way round. It may be called once or often.
 */
export function useLeanSenderKeys(): void {
  SenderKeyRecord.prototype.serialize = function () {
    return serialize.call(this).map(lean);
  };
  SenderKeyRecord.deserialize = (data) => {
    const states: State[] = JSON.parse(Buffer.from(data).toString());
    return new SenderKeyRecord(states.map(revived));
  };
}

/** As it is written: who has the private key to sign with is the sender, and needs no skipped keys. */
function lean({ senderKeyId, senderChainKey, senderSigningKey, senderMessageKeys }: State): State {
  const isOwn = bytesOf(senderSigningKey.private).length > 0;
  return {
    senderKeyId,
    senderChainKey: withSeed(senderChainKey, asText),
    senderSigningKey: {
      public: asText(senderSigningKey.public),
      private: asText(senderSigningKey.private),
    },
    senderMessageKeys: isOwn ? [] : senderMessageKeys.map((key) => withSeed(key, asText)),
  };
}

function revived({ senderSigningKey, senderChainKey, senderMessageKeys, ...state }: State): State {
  return {
    ...state,
    senderChainKey: withSeed(senderChainKey, bytesOf),
    senderSigningKey: {
      public: bytesOf(senderSigningKey.public),
      private: bytesOf(senderSigningKey.private),
    },
    senderMessageKeys: senderMessageKeys.map((key) => withSeed(key, bytesOf)),
  };
}

interface Seeded {
  iteration: number;
  seed: Uint8Array;
}

const withSeed = ({ iteration, seed }: Seeded, change: (seed: Uint8Array) => Uint8Array): Seeded => ({
  iteration,
  seed: change(seed),
});

/** How bytes stand in JSON: as Baileys writes them now, as Node does, or as an object with an entry for each. */
type Written = Uint8Array | { data: string | number[] } | Record<string, number>;

function bytesOf(written: Written | undefined): Buffer {
  if (written === undefined) return Buffer.alloc(0);
  if (written instanceof Uint8Array) return Buffer.from(written);
  const { data } = written;
  if (typeof data === 'string') return Buffer.from(data, 'base64');
  return Buffer.from(Array.isArray(data) ? data : (Object.values(written) as number[]));
}

/** For JSON, where it has a third of the length that Node gives it; it is read as bytes again, as whose type it goes. */
const asText = (bytes: Uint8Array | undefined): Uint8Array =>
  ({ type: 'Buffer', data: bytesOf(bytes).toString('base64') }) as unknown as Uint8Array;
