import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badRequest, HttpError } from '../errors.ts';
import type { MediaFile, OpenOptions } from './source.ts';

/**
 * Writes what a URL leads to into a file.
 *
 * @throws HttpError 400 when it cannot be had or does not come in time, 413 when it is larger than the limit
 */
export async function download(
  url: string,
  path: string,
  { outbound, limit, signal }: OpenOptions,
): Promise<MediaFile> {
  try {
    const { statusCode, headers, body } = await outbound.request(url, { signal, headers: { accept: '*/*' } });
    if (statusCode < 200 || statusCode > 299) {
      await body.dump().catch(() => {}); // it says nothing that matters
      throw badRequest(`AxiosError: Request failed with status code ${statusCode}`);
    }
    await pipeline(body, atMost(limit), createWriteStream(path), { signal });
    return { path, name: nameIn(url), mimetype: [headers['content-type']].flat()[0] };
  } catch (error) {
    throw error instanceof HttpError ? error : unreachable(error, signal.aborted);
  }
}

/** Passes on so many bytes, then fails. */
export function atMost(limit: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed <= limit) done(null, chunk);
      else done(new HttpError(413, [`The media is larger than the limit of ${limit} bytes`]));
    },
  });
}

/** Clients look for the name of the error that version 2 had from its HTTP library (wire-contract 1.3). */
function unreachable(error: unknown, isLate: boolean): HttpError {
  const reason = isLate ? 'timeout exceeded: the media did not come in time' : reasonOf(error);
  return new HttpError(400, [`AxiosError: ${reason}`], { cause: error });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error && String(error.code)) || error.name;
}

function nameIn(url: string): string | undefined {
  const name = basename(URL.parse(url)?.pathname ?? '');
  try {
    return decodeURIComponent(name) || undefined;
  } catch {
    return name; // a stray % is part of the name
  }
}
