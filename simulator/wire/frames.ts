import { NOISE_WA_HEADER } from '@whiskeysockets/baileys';

const EDGE_ROUTING = Buffer.from('ED');
const EDGE_ROUTING_PREFIX = 7;

/** One frame: a 3-byte big-endian length, then the payload. */
export function encodeFrame(payload: Buffer): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntBE(payload.length, 0, 3);
  return Buffer.concat([header, payload]);
}

/** Length of what precedes a client's first frame, or undefined while it has not all arrived. */
function introLength(buffer: Buffer): number | undefined {
  if (buffer.length < NOISE_WA_HEADER.length) return undefined;
  let start = 0;
  if (buffer.subarray(0, 2).equals(EDGE_ROUTING)) {
    if (buffer.length < EDGE_ROUTING_PREFIX) return undefined;
    start = EDGE_ROUTING_PREFIX + buffer.readUIntBE(4, 3);
  }
  const end = start + NOISE_WA_HEADER.length;
  if (buffer.length < end) return undefined;
  if (!buffer.subarray(start, end).equals(NOISE_WA_HEADER))
    throw new Error('not a WhatsApp client: bad header');
  return end;
}

/**
 * Cuts a client's byte stream into frames. A WebSocket message may hold several frames or a part of one; the
 * first is preceded by the protocol header and, before that, optional edge-routing data.
 */
export function createFrameReader(onFrame: (payload: Buffer) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  let introduced = false;
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    if (!introduced) {
      const length = introLength(pending);
      if (length === undefined) return;
      pending = pending.subarray(length);
      introduced = true;
    }
    while (pending.length >= 3) {
      const end = 3 + pending.readUIntBE(0, 3);
      if (pending.length < end) return;
      const payload = pending.subarray(3, end);
      pending = pending.subarray(end);
      onFrame(payload);
    }
  };
}
