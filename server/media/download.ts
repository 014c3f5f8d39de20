import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { badRequest, HttpError } from '../errors.ts';
import type { MediaFile, SourceOptions } from './source.ts';

/** Callers give up after thirty seconds, and the medium has to be uploaded after it has come. */
const TIMEOUT_MS = 20_000;

/**
 * Writes what a URL leads to into a file.
 *
 * @throws HttpError 400 when it cannot be had, 413 when it is larger than the limit
 */
export async function download(
  url: string,
  path: string,
  { outbound, limit }: SourceOptions,
): Promise<MediaFile> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { statusCode, headers, body } = await outbound.request(url, { signal, headers: { accept: '*/*' } });
    if (statusCode < 200 || statusCode > 299) {
      await body.dump().catch(() => {}); // it says nothing that matters
      throw badRequest(`AxiosError: Request failed with status code ${statusCode}`);
    }
    await pipeline(body, atMost(limit), createWriteStream(path));
    return { path, name: nameIn(url), mimetype: [headers['content-type']].flat()[0] };
  } catch (error) {
    throw error instanceof HttpError ? error : unreachable(error);
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
function unreachable(error: unknown): HttpError {
  const late = error instanceof Error && error.name === 'TimeoutError';
  const reason = late ? `timeout of ${TIMEOUT_MS}ms exceeded` : reasonOf(error);
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
