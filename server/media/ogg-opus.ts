import { open } from 'node:fs/promises';

/** Opus counts its samples at this rate, whatever it was recorded at (RFC 7845, section 4). */
const SAMPLES_PER_SECOND = 48_000;

/** The identification header follows a page header of 28 bytes; its number of samples to skip is at 10. */
const OPUS_HEAD = 28;
const PRE_SKIP = OPUS_HEAD + 10;

/** No Ogg page is larger (RFC 3533, section 6): the last one begins within so many bytes of the end. */
const LARGEST_PAGE = 65_307;
/** In a page: how many samples there are up to its end. */
const GRANULE_POSITION = 6;

/** The length in seconds of an Ogg file with Opus in it; undefined for any other file. */
export async function oggOpusSeconds(path: string): Promise<number | undefined> {
  const file = await open(path);
  try {
    const head = await readAt(file, 0, PRE_SKIP + 2);
    if (!isOggOpus(head)) return undefined;
    const { size } = await file.stat();
    const from = Math.max(0, size - LARGEST_PAGE);
    const tail = await readAt(file, from, size - from);
    const page = tail.lastIndexOf('OggS');
    if (page < 0 || page + GRANULE_POSITION + 8 > tail.length) return undefined;
    const samples = Number(tail.readBigInt64LE(page + GRANULE_POSITION)) - head.readUInt16LE(PRE_SKIP);
    return Math.max(1, Math.round(samples / SAMPLES_PER_SECOND));
  } finally {
    await file.close();
  }
}

function isOggOpus(head: Buffer): boolean {
  const at = (start: number, end: number) => head.toString('latin1', start, end);
  return head.length === PRE_SKIP + 2 && at(0, 4) === 'OggS' && at(OPUS_HEAD, OPUS_HEAD + 8) === 'OpusHead';
}

async function readAt(file: Awaited<ReturnType<typeof open>>, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
