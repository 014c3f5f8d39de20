import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The text is no base64. */
export class NotBase64 extends Error {
  override readonly name = 'NotBase64';
}

/** Decodes base64, by either alphabet and in lines or not, as it comes. Throws NotBase64. */
export interface Base64Decoder {
  write(text: string): Buffer;
  /** @throws NotBase64 also when there was nothing */
  end(): void;
}

const ALPHABET = /^[A-Za-z0-9+/_-]*={0,2}$/;
/** Characters that stand together for three bytes. */
const GROUP = 4;

export function createBase64Decoder(): Base64Decoder {
  let rest = '';
  let isPadded = false;
  let isEmpty = true;
  return {
    write(text) {
      const compact = rest + text.replace(/\s+/g, '');
      if (compact === '') return Buffer.alloc(0);
      if (isPadded || !ALPHABET.test(compact)) throw new NotBase64();
      const end = compact.length - (compact.length % GROUP);
      rest = compact.slice(end);
      isPadded = compact.endsWith('=') && rest === '';
      isEmpty = false;
      return Buffer.from(compact.slice(0, end), 'base64');
    },
    end() {
      if (isEmpty || rest !== '') throw new NotBase64();
    },
  };
}

/** Decoded at a time. */
const SLICE = 1024 * 1024;

/**
 * Decodes base64 into a file, slice by slice.
 *
 * @param start where in the text it begins
 * @throws NotBase64
 */
export async function base64ToFile(text: string, start: number, path: string): Promise<void> {
  const decoder = createBase64Decoder();
  function* decoded(): Generator<Buffer> {
    for (let at = start; at < text.length; at += SLICE) yield decoder.write(text.slice(at, at + SLICE));
    decoder.end();
  }
  await pipeline(Readable.from(decoded()), createWriteStream(path));
}
